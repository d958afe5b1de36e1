package vn.motcua.audit;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;

/**
 * One look at, or change of, something that concerns a person.
 *
 * @param actor who
 * @param action what was done, from the closed catalogue
 * @param object what was looked at, for example a dossier code
 * @param subject personal number or tax code of the person concerned, {@code null} when it concerns nobody
 * @param purpose why, a message key or the officer's own words
 */
public record AccessRecord(Actor actor, AuditAction action, String object, @Nullable String subject, String purpose) {
}
