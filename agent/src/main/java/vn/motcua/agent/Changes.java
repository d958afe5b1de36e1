package vn.motcua.agent;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Applicant;
import vn.motcua.sdk.SyncLine;

/** What two lines of the same number say differently, by the columns that it comes from: before and now. What can name a person is told by its column alone. */
final class Changes {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

	private final UnaryOperator<String> columns;

	private final List<String> told = new ArrayList<>();

	private Changes(UnaryOperator<String> columns) {
		this.columns = columns;
	}

	/** @param columns the column of each member, empty where it has none */
	static String between(SyncLine before, SyncLine now, UnaryOperator<String> columns) {
		Changes changes = new Changes(columns);
		changes.shown("agency", before.agency(), now.agency());
		changes.shown("procedure", before.procedure(), now.procedure());
		changes.shown("status", String.valueOf(before.status().number()), String.valueOf(now.status().number()));
		changes.shown("at", moment(before.at()), moment(now.at()));
		changes.shown("channel", before.channel().name(), now.channel().name());
		changes.shown("receivedAt", moment(before.receivedAt()), moment(now.receivedAt()));
		changes.shown("dueAt", moment(before.dueAt()), moment(now.dueAt()));
		changes.named("applicant.name", part(before, Applicant::name), part(now, Applicant::name));
		changes.named("applicant.number", part(before, Applicant::number), part(now, Applicant::number));
		changes.named("applicant.phone", part(before, Applicant::phone), part(now, Applicant::phone));
		changes.named("applicant.email", part(before, Applicant::email), part(now, Applicant::email));
		changes.named("note", before.note(), now.note());
		changes.named("officer", before.officer(), now.officer());
		changes.named("more", before.more(), now.more());
		return String.join(", ", changes.told);
	}

	private void shown(String member, String before, String now) {
		if (!before.equals(now)) {
			told.add(column(member) + " " + before + " → " + now);
		}
	}

	private void named(String member, @Nullable String before, @Nullable String now) {
		if (!Objects.equals(before, now)) {
			told.add(column(member));
		}
	}

	private String column(String member) {
		String column = columns.apply(member);
		return column.isEmpty() ? member : column;
	}

	private static @Nullable String part(SyncLine line, Function<Applicant, @Nullable String> part) {
		return line.applicant() == null ? null : part.apply(line.applicant());
	}

	private static String moment(@Nullable Instant moment) {
		return moment == null ? "–" : MOMENT.format(moment);
	}

}
