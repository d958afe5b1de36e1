package vn.motcua.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.site.Page;

/** Reads what was typed about a system: agencies by exchange code, procedures by code, each of them there and the registering agency's own. */
@Component
class RegistrationReader {

	private static final int MOST_AGENCIES = 100;

	private static final int MOST_PROCEDURES = 500;

	private static final int MOST_LISTED = 20;

	private final Agencies agencies;

	private final Catalogue catalogue;

	private final Registrations registrations;

	private final Clock clock;

	RegistrationReader(Agencies agencies, Catalogue catalogue, Registrations registrations, Clock clock) {
		this.agencies = agencies;
		this.catalogue = catalogue;
		this.registrations = registrations;
		this.clock = clock;
	}

	/** The agency whose system it is: the actor's own when nothing was typed. */
	Optional<AgencyId> agency(Actor actor, String typed) {
		if (typed.isEmpty()) {
			return Optional.ofNullable(actor.agency());
		}
		return find(typed).map(Agency::id).filter(id -> registrations.sees(actor, id));
	}

	/** What is said of the system; meaningless where it adds errors. */
	Profile profile(RegistrationForm form, Actor actor, FormErrors errors) {
		if (!SystemPrograms.isClientId(form.clientId())) {
			errors.add("ma", "identity.client-id");
		}
		if (agency(actor, form.agency()).isEmpty()) {
			errors.add("coQuan", "exchange.agency");
		}
		RegistrationForm.required(errors, "mucDich", form.purpose(), 1_000);
		RegistrationForm.required(errors, "canCu", form.ground(), 500);
		long lines = RegistrationForm.number(form.lines());
		if (lines < 1 || lines > RegistrationForm.MOST_LINES) {
			errors.add("soDong", "exchange.lines", "max", RegistrationForm.MOST_LINES);
		}
		return new Profile(form.name(), form.contact(), form.purpose(), form.ground(), agencies(form, actor, errors), procedures(form, errors), form.takesPortal(),
				form.reports(), lines);
	}

	private Set<AgencyId> agencies(RegistrationForm form, Actor actor, FormErrors errors) {
		List<String> codes = RegistrationForm.words(form.agencies());
		Set<AgencyId> found = new LinkedHashSet<>();
		if (codes.size() > MOST_AGENCIES) {
			errors.add("pham-vi-co-quan", "exchange.too-many", "max", MOST_AGENCIES);
			return found;
		}
		List<String> unknown = new ArrayList<>();
		for (String code : codes) {
			agency(actor, code).ifPresentOrElse(found::add, () -> unknown.add(code));
		}
		if (!unknown.isEmpty()) {
			errors.add("pham-vi-co-quan", "exchange.agency-unknown", "code", listed(unknown));
		}
		return found;
	}

	private Set<ProcedureCode> procedures(RegistrationForm form, FormErrors errors) {
		List<String> codes = RegistrationForm.words(form.procedures());
		Set<ProcedureCode> found = new LinkedHashSet<>();
		if (codes.size() > MOST_PROCEDURES) {
			errors.add("pham-vi-thu-tuc", "exchange.too-many", "max", MOST_PROCEDURES);
			return found;
		}
		List<String> unknown = new ArrayList<>();
		for (String code : codes) {
			Optional<ServiceVersion> service = ProcedureCode.find(code).flatMap(written -> catalogue.findByLocalCode(written, today()));
			service.ifPresentOrElse(known -> found.add(known.code()), () -> unknown.add(code));
		}
		if (!unknown.isEmpty()) {
			errors.add("pham-vi-thu-tuc", "exchange.procedure-unknown", "code", listed(unknown));
		}
		return found;
	}

	private Optional<Agency> find(String typed) {
		if (typed.matches("[1-9]\\d{0,8}")) {
			return agencies.find(new AgencyId(Integer.parseInt(typed)), today());
		}
		return typed.length() > 40 ? Optional.empty() : agencies.findByExchangeCode(typed, today());
	}

	private static String listed(List<String> codes) {
		return codes.stream().limit(MOST_LISTED).map(code -> code.length() > 40 ? code.substring(0, 40) : code).collect(Collectors.joining(", ")) + (codes.size() > MOST_LISTED ? ", …" : "");
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
