package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;
import vn.motcua.site.component.FieldError;

/**
 * The offer of one agency for one procedure, to read and to change.
 *
 * @param own the agency's own offer, {@code null} for none
 * @param inherited the offer of an agency above it that holds instead, {@code null} for none
 * @param choices the agencies whose offers the officer keeps
 */
public record OfferPage(ServiceVersion service, Agency agency, List<Agency> choices, @Nullable Offer own, @Nullable Offer inherited, OfferForm form,
		@Nullable ProblemException refused) {

	public List<Choice> agencies(Page page) {
		return choices.stream().map(one -> new Choice(String.valueOf(one.id().value()), page.text(one.fullName()))).toList();
	}

	public List<FieldError> errors(Page page) {
		ProblemException problem = refused;
		if (problem == null) {
			return List.of();
		}
		if (problem.fields().isEmpty()) {
			return List.of(new FieldError(null, page.t("problem." + problem.code().code(), problem.values())));
		}
		return problem.fields().stream().map(field -> new FieldError(OfferForm.field(field), page.problem(field))).toList();
	}

	/** What is wrong with one input, {@code null} for nothing. */
	public @Nullable String error(Page page, String field) {
		ProblemException problem = refused;
		return problem == null ? null : problem.fields().stream().filter(one -> OfferForm.field(one).equals(field)).map(page::problem).findFirst().orElse(null);
	}

	public static String unit(Page page, TimeLimit limit) {
		return page.t("catalogue.unit." + limit.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
	}

	public List<Choice> levels(Page page) {
		return java.util.stream.IntStream.rangeClosed(Math.min(3, service.level()), service.level()).mapToObj(level -> new Choice(String.valueOf(level), page.t("catalogue.level." + level)))
			.toList();
	}

	public List<ServiceVersion.Fee> localFees() {
		return Offer.localFees(service);
	}

}
