package vn.motcua.portal.apply;

import java.util.List;

import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.PageView;

/**
 * One page of questions.
 *
 * @param changing the person came from checking the answers and goes back there
 */
public record QuestionPage(Application application, FormPage formPage, PageView view, boolean changing) {

	public String href() {
		return application.href(formPage);
	}

}
