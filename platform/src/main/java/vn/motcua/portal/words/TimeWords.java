package vn.motcua.portal.words;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.site.Page;

/** Time limits as people say them: {@code 1 ngày làm việc}, or a span where cases differ. */
public final class TimeWords {

	private TimeWords() {
	}

	public static String limit(Page page, TimeLimit limit) {
		String key = "portal.limit." + limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return page.t(limit.amount() == 1 ? key + ".one" : key, "n", page.number(limit.amount()));
	}

	/** The limits of all cases applied for online, each once. */
	public static String limits(Page page, ServiceVersion service) {
		List<String> limits = service.cases().stream().map(each -> each.timeLimit().get(Channel.ONLINE)).filter(Objects::nonNull).distinct()
				.map(limit -> limit(page, limit)).toList();
		return String.join(page.t("portal.limit.or"), limits);
	}

}
