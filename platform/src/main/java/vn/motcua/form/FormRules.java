package vn.motcua.form;

import java.util.List;

import com.networknt.schema.Schema;

import vn.motcua.catalogue.feel.Feel;
import vn.motcua.form.FormDefinition.FormField;

/**
 * What a form needs to be checked, compiled once.
 *
 * @param validator the schema without conditions: what each answer may be
 * @param feel conditions and computed values
 * @param unplaced computed fields that stand on no page
 */
record FormRules(Schema validator, Feel feel, List<FormField> unplaced) {
}
