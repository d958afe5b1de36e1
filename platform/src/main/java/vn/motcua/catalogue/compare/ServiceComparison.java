package vn.motcua.catalogue.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import vn.motcua.catalogue.Difference;
import vn.motcua.catalogue.Difference.Area;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Handling;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.LocalizedText;

/** All of a service, area by area. */
public final class ServiceComparison {

	private final ServiceVersion before;

	private final ServiceVersion after;

	private final List<Difference> found = new ArrayList<>();

	private ServiceComparison(ServiceVersion before, ServiceVersion after) {
		this.before = before;
		this.after = after;
	}

	public static List<Difference> between(ServiceVersion before, ServiceVersion after) {
		ServiceComparison comparison = new ServiceComparison(before, after);
		comparison.record(new Changes(Area.RECORD, comparison.found));
		comparison.cases(new Changes(Area.CASES, comparison.found));
		comparison.components(new Changes(Area.COMPONENTS, comparison.found));
		new FeeComparison(new Changes(Area.FEES, comparison.found)).between(before, after);
		new TableComparison(new Changes(Area.TABLES, comparison.found)).between(before.tables(), after.tables());
		new FormComparison(new Changes(Area.FORM, comparison.found)).between(before.form(), after.form());
		comparison.processes(new ProcessComparison(new Changes(Area.PROCESS, comparison.found)));
		comparison.results(new Changes(Area.RESULT, comparison.found));
		return List.copyOf(comparison.found);
	}

	private void record(Changes changes) {
		changes.value(Words.t("code"), Words.plain(before.code().value()), Words.plain(after.code().value()));
		changes.value(Words.t("name"), before.name(), after.name());
		changes.value(Words.t("summary"), before.summary(), after.summary());
		changes.value(Words.t("field"), before.field().name(), after.field().name());
		changes.value(Words.t("ministry"), Words.plain(before.ministry()), Words.plain(after.ministry()));
		changes.value(Words.t("level"), Words.plain(before.level()), Words.plain(after.level()));
		changes.value(Words.t("audience"), words("catalogue.audience.", before.audience()), words("catalogue.audience.", after.audience()));
		changes.value(Words.t("channels"), words("catalogue.channel.", before.channels()), words("catalogue.channel.", after.channels()));
		changes.value(Words.t("handling"), handling(before.handling()), handling(after.handling()));
		changes.value(Words.t("valid"), Words.period(new vn.motcua.catalogue.FeeFormula.Period(before.validFrom(), before.validUntil())),
				Words.period(new vn.motcua.catalogue.FeeFormula.Period(after.validFrom(), after.validUntil())));
		changes.texts(Words.t("law"), laws(before), laws(after));
		changes.texts(Words.t("step"), before.steps(), after.steps());
		changes.texts(Words.t("condition"), before.conditions(), after.conditions());
		changes.texts(Words.t("life-event"), events(before), events(after));
		changes.texts(Words.t("search-word"), before.searchWords().stream().map(LocalizedText::same).toList(), after.searchWords().stream().map(LocalizedText::same).toList());
	}

	private void cases(Changes changes) {
		boolean same = before.cases().stream().map(ServiceCase::timeLimit).distinct().count() == 1 && after.cases().stream().map(ServiceCase::timeLimit).distinct().count() == 1;
		changes.each(before.cases(), after.cases(), ServiceCase::id, ServiceCase::name, one -> Words.t("case"), (old, young) -> {
			changes.value(Words.t("case.name"), old.name(), young.name());
			changes.value(same ? Words.t("time") : Words.t("time.of", "name", young.name()), Words.limits(old.timeLimit()), Words.limits(young.timeLimit()));
			changes.value(Words.t("case.when", "name", young.name()), Words.feel(old.when()), Words.feel(young.when()));
		});
	}

	private void components(Changes changes) {
		changes.each(before.components(), after.components(), Component::id, Component::name, one -> Words.t("component"), (old, young) -> {
			changes.value(Words.t("component.name"), old.name(), young.name());
			changes.value(Words.t("component.help", "name", young.name()), old.help(), young.help());
			changes.value(Words.t("component.required", "name", young.name()), Words.feel(old.required()), Words.feel(young.required()));
			changes.value(Words.t("component.cases", "name", young.name()), caseNames(before, old.cases()), caseNames(after, young.cases()));
			changes.value(Words.t("component.originals", "name", young.name()), Words.plain(old.originals()), Words.plain(young.originals()));
			changes.value(Words.t("component.copies", "name", young.name()), Words.plain(old.copies()), Words.plain(young.copies()));
			changes.value(Words.t("component.accepts", "name", young.name()), sorted(old.mediaTypes()), sorted(young.mediaTypes()));
			changes.value(Words.t("component.size", "name", young.name()), Words.plain(old.maxBytes() / 1024 / 1024 + " MB"), Words.plain(young.maxBytes() / 1024 / 1024 + " MB"));
			changes.value(Words.t("component.files", "name", young.name()), Words.plain(old.maxFiles()), Words.plain(young.maxFiles()));
			changes.value(Words.t("component.already", "name", young.name()), Words.plain(old.already()), Words.plain(young.already()));
		});
	}

	private void processes(ProcessComparison processes) {
		processes.between(null, before.process(), after.process());
		for (ServiceCase young : after.cases()) {
			before.cases().stream().filter(old -> old.id().equals(young.id())).findFirst()
				.ifPresent(old -> processes.between(young.name(), old.process(), young.process()));
		}
	}

	private void results(Changes changes) {
		changes.each(before.results(), after.results(), ServiceVersion.Result::id, ServiceVersion.Result::name, one -> Words.t("result"), (old, young) -> {
			changes.value(Words.t("result.name"), old.name(), young.name());
			changes.value(Words.t("result.type", "name", young.name()), Words.plain(old.typeCode()), Words.plain(young.typeCode()));
		});
		changes.opaque(Words.t("result.template"), before.resultTemplate(), after.resultTemplate());
	}

	private static LocalizedText words(String prefix, Set<? extends Enum<?>> values) {
		return Words.join(values.stream().map(value -> value.name().toLowerCase(Locale.ROOT)).sorted().map(value -> Words.words(prefix + value)).toList());
	}

	private static LocalizedText handling(Handling handling) {
		String department = handling.department();
		LocalizedText who = department != null ? Words.words("catalogue.department." + department.split(" ")[0])
				: Words.words("catalogue.authority." + handling.level().toLowerCase(Locale.ROOT));
		String by = handling.agency() != null ? handling.agency() : handling.address();
		return by == null ? who : Words.t("handling.by", "who", who, "by", by);
	}

	private static List<LocalizedText> laws(ServiceVersion service) {
		return service.legalBasis().stream().map(law -> new LocalizedText(law.number() + " " + law.name().vi(), law.number() + " " + law.name().en())).toList();
	}

	private static List<LocalizedText> events(ServiceVersion service) {
		return service.lifeEvents().stream().map(id -> LifeEvent.find(id).map(LifeEvent::name).orElse(LocalizedText.same(id))).toList();
	}

	static LocalizedText caseNames(ServiceVersion service, Set<String> ids) {
		return ids.isEmpty() ? Words.t("all-cases") : Words.join(service.cases().stream().filter(one -> ids.contains(one.id())).map(ServiceCase::name).toList());
	}

	private static LocalizedText sorted(Set<String> texts) {
		return LocalizedText.same(String.join(", ", texts.stream().sorted().toList()));
	}

}
