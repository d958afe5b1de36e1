package vn.motcua.catalogue.bundle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.site.Page;

/**
 * Codes that a bundle only names: the ministry, the agency or department that handles, the units people choose from, and
 * the field. Each must be known on the first day of the service or today; a finding offers the nearest.
 */
public final class CodeCheck implements BundleRule {

	private final Supplier<Agencies> agencies;

	private final Clock clock;

	public CodeCheck(Supplier<Agencies> agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	@Override
	public List<Finding> check(Bundle bundle) {
		Source source = BundleReader.service(bundle);
		List<Finding> findings = new ArrayList<>();
		if (source.tree().path("to_write").isEmpty()) {
			ServiceVersion service = BundleReader.read(bundle);
			Tree tree = new Tree(agencies.get(), List.of(service.validFrom(), LocalDate.now(clock.withZone(Page.ZONE))));
			ministry(source, service, tree, findings);
			handling(source, service, tree, findings);
			units(BundleReader.form(bundle), tree, findings);
			field(source, service.field().code(), findings);
		}
		return findings;
	}

	private static void ministry(Source source, ServiceVersion service, Tree tree, List<Finding> findings) {
		String code = service.ministry();
		if (tree.withCode(code).noneMatch(agency -> agency.level() == Level.MINISTRY)) {
			findings.add(source.finding("/ministry", "unknown-ministry", "No ministry has the code \"" + code + "\" on the first day of the service or today." + Nearest.hint(code, tree.ministries())));
		}
	}

	private static void handling(Source source, ServiceVersion service, Tree tree, List<Finding> findings) {
		String agency = service.handling().agency();
		if (agency != null && tree.withCode(agency).findAny().isEmpty()) {
			findings.add(source.finding("/handling/agency", "unknown-agency", "No agency has the exchange code \"" + agency + "\"." + Nearest.hint(agency, tree.codes())));
		}
		String department = service.handling().department();
		if (department != null) {
			Set<String> kinds = tree.departments();
			Stream.of(department.strip().split("\\s+")).filter(kind -> !kinds.contains(kind))
				.forEach(kind -> findings.add(source.finding("/handling/department", "unknown-department", "No unit has a department of the kind \"" + kind + "\"." + Nearest.hint(kind, kinds))));
		}
	}

	/** Where people choose the unit themselves, the options are exchange codes. */
	private static void units(Source form, Tree tree, List<Finding> findings) {
		String at = "/properties/handling/properties/unit/x-field/options";
		JsonNode options = form.tree().at(at);
		for (int index = 0; index < options.size(); index++) {
			String code = options.path(index).path("value").asString("");
			if (tree.withCode(code).findAny().isEmpty()) {
				findings.add(form.finding(at + "/" + index + "/value", "unknown-agency", "No agency has the exchange code \"" + code + "\"." + Nearest.hint(code, tree.codes())));
			}
		}
	}

	private static void field(Source source, String code, List<Finding> findings) {
		boolean declared = source.tree().path("field").path("new").asBoolean(false);
		if (!KnownFields.knows(code) && !declared) {
			findings.add(source.finding("/field/code", "unknown-field", "No field is known by the code \"" + code + "\"." + KnownFields.nearest(code) + " Where the field is really a new one, say new: true."));
		}
		else if (KnownFields.knows(code) && declared) {
			findings.add(source.finding("/field/new", "unknown-field", "The field \"" + code + "\" is known already; take new: true away."));
		}
	}

	/** The tree on the days that count. */
	private record Tree(Agencies agencies, List<LocalDate> days) {

		private Stream<Agency> withCode(String code) {
			return days.stream().flatMap(day -> agencies.findByExchangeCode(code, day).or(() -> agencies.findByCode(Level.PROVINCE, code, day)).stream());
		}

		private Set<String> ministries() {
			Set<String> codes = new TreeSet<>();
			at(Level.MINISTRY).filter(agency -> agency.exchangeCode() != null).forEach(agency -> codes.add(agency.exchangeCode().replaceFirst("^000\\.00\\.00\\.", "")));
			return codes;
		}

		private Set<String> codes() {
			Set<String> codes = new TreeSet<>();
			Stream.of(Level.MINISTRY, Level.PROVINCE, Level.DEPARTMENT, Level.ORGANISATION).flatMap(this::at).map(Agency::exchangeCode).filter(java.util.Objects::nonNull).forEach(codes::add);
			return codes;
		}

		private Set<String> departments() {
			Set<String> kinds = new TreeSet<>();
			at(Level.DEPARTMENT).map(Agency::kind).forEach(kinds::add);
			return kinds;
		}

		private Stream<Agency> at(Level level) {
			return days.stream().flatMap(day -> agencies.all(level, day).stream());
		}

	}

}
