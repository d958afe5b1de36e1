package vn.motcua.reporting.subscription;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.identity.Account;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.reporting.analysis.FigureWords;
import vn.motcua.reporting.board.DrawnPicture;
import vn.motcua.site.Assets;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Writes letters into the outbox, in the language of who reads them; the same letter once, by its key. */
@Component
class Letters {

	private final Notifications notifications;

	private final Messages messages;

	private final Assets assets;

	private final String address;

	Letters(Notifications notifications, Messages messages, Assets assets, @Value("${motcua.public-url:http://localhost:${server.port:8080}}") String address) {
		this.notifications = notifications;
		this.messages = messages;
		this.assets = assets;
		this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

	/** @param fresh periods that became complete, empty for a letter of the rhythm */
	void send(Subscription subscription, Subjects.Subject subject, List<DrawnPicture> pictures, List<CompletePeriods.Fresh> fresh, Instant at) {
		Account reader = subject.reader();
		Page page = Page.standing(messages, Locale.of(reader.language()), subject.path(), assets);
		Map<String, String> values = new HashMap<>();
		values.put("name", subject.name());
		values.put("at", page.dateTime(at));
		values.put("figures", LetterText.of(page, pictures));
		values.put("link", address + subject.path());
		values.put("leave", address + "/bao-cao/thoi-nhan/" + subscription.token());
		values.put("periods", fresh.stream().map(each -> each.picture().title(page) + ": " + periods(each)).collect(Collectors.joining("; ")));
		String template = fresh.isEmpty() ? "reporting.subscription.letter" : "reporting.subscription.complete";
		String key = "reporting-letter:" + subscription.number() + ":" + subscription.nextAt().toEpochMilli();
		notifications.send(new Message(key, null, null, reader.email(), template, values, subject.path(), reader.language()));
	}

	/** Why no more letters come; in the inbox, and without a word of what they were about. */
	void ended(Subscription subscription) {
		notifications.send(new Message("reporting-letters-ended:" + subscription.number(), subscription.account(), null, null, "reporting.subscription.ended", Map.of(), "/bao-cao/thu"));
	}

	private static String periods(CompletePeriods.Fresh fresh) {
		return fresh.periods().stream().map(code -> FigureWords.period(java.util.Objects.requireNonNull(fresh.picture().view()).answer().type(), code)).collect(Collectors.joining(", "));
	}

}
