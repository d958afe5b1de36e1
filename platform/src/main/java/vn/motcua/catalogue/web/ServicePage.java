package vn.motcua.catalogue.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.site.Page;

/**
 * Everything that Decree 63/2010/NĐ-CP art. 8 wants said of a procedure.
 *
 * @param ministry its name, or its code where the tree does not know it
 * @param related other services of the same field
 * @param offers what agencies say of it, at most 100
 */
public record ServicePage(ServiceVersion service, LocalizedText ministry, List<LifeEvent> lifeEvents, List<ServiceVersion> related, FeeTable fees,
		List<LocalOffer> offers) {

	/** Where the application begins; {@code null} where it cannot be made online. */
	public @Nullable String start() {
		return service.level() >= 3 && service.channels().contains(Channel.ONLINE) ? "/dich-vu/" + service.code().value() + "/bat-dau" : null;
	}

	/** The time of a case: once when it is the same on every channel, else by channel. */
	public static String time(Page page, ServiceCase serviceCase) {
		Map<Channel, TimeLimit> limits = new EnumMap<>(Channel.class);
		limits.putAll(serviceCase.timeLimit());
		if (limits.values().stream().distinct().count() == 1) {
			return limit(page, limits.values().iterator().next());
		}
		return String.join("; ", new TreeMap<>(limits).entrySet().stream()
			.map(entry -> page.t("catalogue.channel." + entry.getKey().name().toLowerCase(Locale.ROOT)) + ": " + limit(page, entry.getValue())).toList());
	}

	public static String limit(Page page, TimeLimit limit) {
		String unit = limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return page.t("catalogue.limit." + unit + (limit.amount() == 1 ? ".one" : ""), "amount", page.number(limit.amount()));
	}

	/** Names of the cases something belongs to, empty when it belongs to all. */
	public List<LocalizedText> cases(java.util.Set<String> ids) {
		return ids.isEmpty() ? List.of() : service.cases().stream().filter(one -> ids.contains(one.id())).map(ServiceCase::name).toList();
	}

	public static boolean always(Component component) {
		return component.required().strip().equals("true") && component.cases().isEmpty();
	}

	/** Who handles it, in words. */
	public static String authority(Page page, ServiceVersion service) {
		String department = service.handling().department();
		if (department != null) {
			return page.t("catalogue.department." + department.split(" ")[0]);
		}
		return page.t("catalogue.authority." + service.handling().level().toLowerCase(Locale.ROOT));
	}

	/** Whether something in the record was written from general knowledge. */
	public boolean unverified() {
		return service.fees().stream().anyMatch(Fee::unverified) || service.legalBasis().stream().anyMatch(ServiceVersion.LawReference::unverified);
	}

}
