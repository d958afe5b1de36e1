package vn.motcua.catalogue.feel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.catalogue.Assessment.FeeLine;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.Channel;

/** The conditions and formulas of one service version, ready to be evaluated. */
public final class ServiceRules {

	private final ServiceVersion service;

	private final Feel feel;

	public ServiceRules(ServiceVersion service, AreaRule areas) {
		this.service = service;
		this.feel = new Feel(service.tables(), areas);
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
				fees(caseId, values, on));
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

	private List<FeeLine> fees(@Nullable String caseId, Map<String, Object> values, LocalDate on) {
		List<FeeLine> lines = new ArrayList<>();
		for (Fee fee : service.fees()) {
			if (belongs(fee.cases(), caseId) && inForce(fee, on) && holds(fee.when(), values)) {
				OptionalLong amount = feel.expression(fee.amount()).amountVnd(values);
				amount.ifPresent(vnd -> lines.add(new FeeLine(fee.id(), fee.kind(), fee.name(), vnd, fee.payAt())));
			}
		}
		return List.copyOf(lines);
	}

	private boolean holds(String condition, Map<String, Object> values) {
		return feel.expression(condition).holds(values);
	}

	private static boolean belongs(Set<String> cases, @Nullable String caseId) {
		return cases.isEmpty() || caseId != null && cases.contains(caseId);
	}

	private static boolean inForce(Fee fee, LocalDate on) {
		return (fee.from() == null || !on.isBefore(fee.from())) && (fee.until() == null || !on.isAfter(fee.until()));
	}

}
