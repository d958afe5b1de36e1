package vn.motcua.catalogue.feel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.Channel;

/** The conditions and formulas of one service version, ready to be evaluated. */
public final class ServiceRules {

	private final ServiceVersion service;

	private final Feel feel;

	private final FeeRules fees;

	public ServiceRules(ServiceVersion service, AreaRule areas) {
		this(service, new Feel(service.tables(), areas));
	}

	private ServiceRules(ServiceVersion service, Feel feel) {
		this.service = service;
		this.feel = feel;
		this.fees = new FeeRules(service, feel);
	}

	/** The same version as an agency offers it: other times and base amounts, the expressions that are parsed already. */
	public ServiceRules offered(ServiceVersion local) {
		return new ServiceRules(local, feel);
	}

	/** What the service asks and promises for these answers, handed in by a channel on a day. */
	public Assessment assess(JsonNode answers, Channel channel, LocalDate on) {
		Map<String, Object> values = FeelValues.of(answers, service.form());
		values.put("today", on);
		values.put("channel", channel.name().toLowerCase(Locale.ROOT));
		ServiceCase serviceCase = serviceCase(values);
		String caseId = serviceCase == null ? null : serviceCase.id();
		if (caseId != null) {
			values.put("case", caseId);
		}
		return new Assessment(caseId, serviceCase == null ? null : serviceCase.timeLimit().get(channel), components(caseId, values),
				fees.lines(caseId, values, on));
	}

	private @Nullable ServiceCase serviceCase(Map<String, Object> values) {
		for (ServiceCase candidate : service.cases()) {
			if (holds(candidate.when(), values)) {
				return candidate;
			}
		}
		return null;
	}

	private List<AskedComponent> components(@Nullable String caseId, Map<String, Object> values) {
		List<AskedComponent> asked = new ArrayList<>();
		for (Component component : service.components()) {
			if (belongs(component.cases(), caseId)) {
				asked.add(new AskedComponent(component, holds(component.required(), values)));
			}
		}
		return List.copyOf(asked);
	}

	private boolean holds(String condition, Map<String, Object> values) {
		return feel.expression(condition).holds(values);
	}

	static boolean belongs(Set<String> cases, @Nullable String caseId) {
		return cases.isEmpty() || caseId != null && cases.contains(caseId);
	}

}
