package vn.motcua.catalogue.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;

/** The full record of a service (Decree 63/2010/NĐ-CP art. 8) with the form as JSON Schema. Conditions and amounts are FEEL. */
record ServiceRecord(String code, int version, String digest, LocalizedText name, LocalizedText summary, int level, ServiceVersion.Field field,
		ServiceItem.Authority authority, List<String> audience, ServiceVersion.Handling handling, List<String> channels, List<CaseRecord> cases,
		List<PaperRecord> components, List<FeeRecord> fees, List<ServiceVersion.Result> results, List<ServiceVersion.LawReference> legalBasis,
		List<LocalizedText> steps, List<LocalizedText> conditions, List<String> lifeEvents, LocalDate validFrom, @Nullable LocalDate validUntil, JsonNode form) {

	record CaseRecord(String id, LocalizedText name, String when, Map<String, TimeLimit> timeLimit) {
	}

	record PaperRecord(String id, LocalizedText name, @Nullable LocalizedText help, String required, Set<String> cases, int originals, int copies,
			Set<String> mediaTypes, long maxBytes, int maxFiles) {
	}

	/** @param amount FEEL of the base, {@code null} where it is none or stands in a table */
	record FeeRecord(String id, String kind, LocalizedText name, @Nullable String amount, FeeFormula formula, String when, Set<String> cases, String payAt,
			FeeFormula.Period valid, @Nullable String legalBasis, boolean unverified) {

		static FeeRecord of(ServiceVersion.Fee fee) {
			return new FeeRecord(fee.id(), word(fee.kind()), fee.name(), fee.formula().base() instanceof FeeFormula.Formula base ? base.feel() : null, fee.formula(),
					fee.when(), fee.cases(), word(fee.payAt()), fee.valid(), fee.legalBasis(), fee.unverified());
		}

	}

	static ServiceRecord of(ServiceVersion service, LocalizedText ministry) {
		return new ServiceRecord(service.code().value(), service.version(), service.digest(), service.name(), service.summary(), service.level(),
				service.field(), ServiceItem.of(service, ministry, null).authority(), ServiceItem.audience(service), service.handling(),
				service.channels().stream().map(ServiceRecord::word).sorted().toList(),
				service.cases().stream().map(one -> new CaseRecord(one.id(), one.name(), one.when(), limits(one.timeLimit()))).toList(),
				service.components().stream().map(one -> new PaperRecord(one.id(), one.name(), one.help(), one.required(), one.cases(), one.originals(),
						one.copies(), one.mediaTypes(), one.maxBytes(), one.maxFiles())).toList(),
				service.fees().stream().map(FeeRecord::of).toList(),
				service.results(), service.legalBasis(), service.steps(), service.conditions(), service.lifeEvents(), service.validFrom(),
				service.validUntil(), service.form());
	}

	private static Map<String, TimeLimit> limits(Map<Channel, TimeLimit> limits) {
		Map<String, TimeLimit> byName = new TreeMap<>();
		limits.forEach((channel, limit) -> byName.put(word(channel), limit));
		return byName;
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
