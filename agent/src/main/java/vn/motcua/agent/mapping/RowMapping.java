package vn.motcua.agent.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.sdk.Applicant;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** Makes the lines of a row, or findings that say why it has none; a row is mapped whole or not at all. */
public final class RowMapping {

	/** Number of lines that have none in the source; see {@code Numbering}. */
	public static final int NO_SEQ = 1;

	private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z.]{1,34}-(\\d{2}|\\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])-\\d{4,7}");

	/** Letters of UTF-8 read as a Western code page and saved again. */
	private static final Pattern TWICE_ENCODED = Pattern.compile("á»|áº|Ã[\\u00a0-\\u00bf]|Ä‘|Æ°");

	private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

	private static final int LONGEST_TEXT = 2_000;

	private static final int LONGEST_SEQ = 1_000_000;

	private final Mapping mapping;

	public RowMapping(Mapping mapping) {
		this.mapping = mapping;
	}

	/** Whether lines get their number from the source. */
	public boolean numbered() {
		return mapping.members().containsKey("seq");
	}

	/** The column of a member, empty where it comes from none. */
	public String column(String member) {
		return mapping.column(member);
	}

	/** Whether a row is a dossier as it stands now, with every status that it has reached. */
	public boolean wholeDossiers() {
		return !mapping.steps().isEmpty();
	}

	/** The lines of a row in order, none when something was found. */
	public List<SyncLine> map(Row row, Consumer<Finding> findings) {
		List<Finding> found = new ArrayList<>();
		List<SyncLine> lines = new OneRow(row, found).lines();
		found.stream().distinct().forEach(findings);
		return found.isEmpty() ? lines : List.of();
	}

	/** One row while it is mapped. */
	private final class OneRow {

		private final Row row;

		private final List<Finding> found;

		OneRow(Row row, List<Finding> found) {
			this.row = row;
			this.found = found;
		}

		List<SyncLine> lines() {
			for (String column : mapping.columns()) {
				String text = row.text(column);
				if (text.indexOf('\uFFFD') >= 0 || TWICE_ENCODED.matcher(text).find()) {
					found.add(row.finding(column, text.indexOf('\uFFFD') >= 0 ? "encoding" : "encoded-twice", ""));
				}
			}
			String agency = required("agency");
			String code = code();
			String procedure = required("procedure");
			Applicant applicant = applicant();
			Channel channel = channel();
			Instant receivedAt = moment("receivedAt");
			Instant dueAt = moment("dueAt");
			String note = text("note");
			String officer = text("officer");
			String more = more();
			int seq = numbered() ? number("seq", LONGEST_SEQ) : NO_SEQ;
			List<Reached> reached = mapping.steps().isEmpty() ? List.of(change()) : steps();
			if (!found.isEmpty()) {
				return List.of();
			}
			List<SyncLine> lines = new ArrayList<>();
			for (Reached step : reached) {
				SyncLine line = SyncLine.of(agency, code, procedure, seq, Status.of(step.status()), step.at()).withApplicant(applicant).withChannel(channel)
					.withMoments(receivedAt, dueAt).withWords(note, officer).withMore(more);
				lines.add(mapping.steps().isEmpty() ? line : line.withWords(step == reached.get(reached.size() - 1) ? note : null, officer));
			}
			return lines;
		}

		private Reached change() {
			int status = number("status", Status.values().length);
			Instant at = moment("at");
			if (at == null && found.isEmpty()) {
				missing("at");
			}
			return new Reached(status, at == null ? Instant.EPOCH : at);
		}

		private List<Reached> steps() {
			List<Reached> reached = new ArrayList<>();
			for (Mapping.Step step : mapping.steps()) {
				Instant at = moment(step.at());
				if (at != null) {
					reached.add(new Reached(status(step.status()), at));
				}
			}
			if (reached.isEmpty() && found.isEmpty()) {
				found.add(row.finding(mapping.steps().get(0).at().name(), "required", ""));
			}
			reached.sort(java.util.Comparator.comparing(Reached::at).thenComparing(Reached::status));
			return reached;
		}

		private int status(ColumnRule rule) {
			String value = rule.value(row);
			if (value != null && value.matches("[1-9]|10")) {
				return Integer.parseInt(value);
			}
			String text = row.text(rule.name());
			found.add(row.finding(rule.name(), text.isEmpty() ? "required" : rule.broken(row), text));
			return NO_SEQ;
		}

		private String value(String member) {
			ColumnRule rule = mapping.members().get(member);
			String value = rule == null ? "" : rule.value(row);
			if (value == null) {
				found.add(row.finding(rule.name(), rule.broken(row), member.startsWith("applicant.") ? "" : row.text(rule.name())));
				return "";
			}
			return value;
		}

		private String required(String member) {
			int before = found.size();
			String value = value(member);
			if (value.isEmpty() && found.size() == before) {
				missing(member);
			}
			return value;
		}

		private void missing(String member) {
			ColumnRule rule = mapping.members().get(member);
			found.add(row.finding(rule == null ? member : rule.name(), "required", ""));
		}

		private void wrong(String member, String rule) {
			ColumnRule from = mapping.members().get(member);
			String column = from == null ? "" : from.name();
			found.add(row.finding(column, rule, column.isEmpty() || member.startsWith("applicant.") ? "" : row.text(column)));
		}

		private String code() {
			String code = required("code").replace(" ", "").toUpperCase(Locale.ROOT);
			if (!code.isEmpty() && !CODE.matcher(code).matches()) {
				wrong("code", "code-form");
			}
			return code;
		}

		private @Nullable String text(String member) {
			String text = value(member);
			if (text.length() > LONGEST_TEXT) {
				wrong(member, "too-long");
			}
			return text.isEmpty() ? null : text;
		}

		private @Nullable Applicant applicant() {
			String name = value("applicant.name");
			if (name.isEmpty()) {
				return null;
			}
			String written = value("applicant.number");
			String number = written.replaceAll("[\\s.']", "");
			if (SCIENTIFIC.matcher(written).matches()) {
				wrong("applicant.number", "number-scientific");
			}
			else if (number.matches("\\d{11}|\\d{8}")) {
				wrong("applicant.number", "leading-zero");
			}
			return new Applicant(name, number, value("applicant.phone"), value("applicant.email"));
		}

		private Channel channel() {
			String channel = value("channel").toUpperCase(Locale.ROOT);
			try {
				return channel.isEmpty() ? Channel.DESK : Channel.valueOf(channel);
			}
			catch (IllegalArgumentException unknown) {
				wrong("channel", "unmapped");
				return Channel.DESK;
			}
		}

		private int number(String member, int most) {
			String text = required(member);
			if (text.matches("\\d{1,9}(\\.0+)?")) {
				int number = Integer.parseInt(text.replaceFirst("\\.0+$", ""));
				if (number >= 1 && number <= most) {
					return number;
				}
			}
			if (!text.isEmpty()) {
				wrong(member, member.equals("status") ? "unmapped" : "number");
			}
			return NO_SEQ;
		}

		private @Nullable Instant moment(String member) {
			ColumnRule rule = mapping.members().get(member);
			return rule == null ? null : moment(rule);
		}

		private @Nullable Instant moment(ColumnRule rule) {
			String text = rule.value(row);
			if (text == null) {
				found.add(row.finding(rule.name(), rule.broken(row), row.text(rule.name())));
				return null;
			}
			if (text.isEmpty()) {
				return null;
			}
			Instant moment = Moments.find(text, rule.formats(), rule.time(), row.spreadsheet()).orElse(null);
			if (moment == null) {
				found.add(row.finding(rule.name(), "moment", text));
			}
			return moment;
		}

		private @Nullable String more() {
			ObjectNode more = JsonNodeFactory.instance.objectNode();
			mapping.more().forEach((name, rule) -> {
				String value = rule.value(row);
				if (value == null && rule.broken(row).equals("part-cut")) {
					found.add(row.finding(rule.name(), "part-cut", ""));
				}
				else if (value != null && !value.isEmpty()) {
					more.put(name, value);
				}
			});
			return more.isEmpty() ? null : more.toString();
		}

	}

	/** A status and when it was reached. */
	private record Reached(int status, Instant at) {
	}

}
