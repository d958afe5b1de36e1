package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * One published, immutable version of an online service: the national record of the procedure (Decree 63/2010/NĐ-CP
 * art. 8) with what is needed to run it.
 *
 * @param id number of this version, kept by every dossier made with it
 * @param version 1 for the first publication
 * @param digest SHA-256 of the bundle
 * @param level online level 1 to 4 (Decree 43/2011/NĐ-CP)
 * @param form JSON Schema 2020-12 with layout, as published
 * @param process BPMN 2.0 XML, {@code null} for the platform's default process
 * @param resultTemplate XHTML template of the result, {@code null} for the platform's default
 */
public record ServiceVersion(long id, ProcedureCode code, int version, String digest, LocalizedText name, LocalizedText summary,
		Field field, String ministry, int level, Set<Audience> audience, Handling handling, Set<Channel> channels,
		List<ServiceCase> cases, List<Component> components, List<Fee> fees, List<Result> results, List<LawReference> legalBasis,
		List<LocalizedText> steps, List<LocalizedText> conditions, List<String> lifeEvents, List<String> searchWords,
		JsonNode form, @Nullable String process, @Nullable String resultTemplate, Map<String, PriceTable> tables,
		LocalDate validFrom, @Nullable LocalDate validUntil) {

	/** The same version with the days on which it is in force, where the decision that published it sets others than the bundle. */
	public ServiceVersion inForce(LocalDate from, @Nullable LocalDate until) {
		return new ServiceVersion(id, code, version, digest, name, summary, field, ministry, level, audience, handling, channels, cases, components, fees,
				results, legalBasis, steps, conditions, lifeEvents, searchWords, form, process, resultTemplate, tables, from, until);
	}

	/** The same version with the terms of one agency. */
	ServiceVersion offered(int offeredLevel, List<ServiceCase> offeredCases, List<Fee> offeredFees) {
		return new ServiceVersion(id, code, version, digest, name, summary, field, ministry, offeredLevel, audience, handling, channels, offeredCases, components,
				offeredFees, results, legalBasis, steps, conditions, lifeEvents, searchWords, form, process, resultTemplate, tables, validFrom, validUntil);
	}

	public enum Audience {
		CITIZEN, ENTERPRISE
	}

	/** Field of procedures (<i>lĩnh vực</i>). */
	public record Field(String code, LocalizedText name) {
	}

	/**
	 * Which agency handles the dossier.
	 *
	 * @param level level of the competent territorial unit, or {@code MINISTRY}/{@code ORGANISATION} with a fixed agency
	 * @param address dotted path of the address field whose unit is competent, {@code null} when the applicant chooses
	 * @param department kinds of the department under that unit, divided by blanks, the first that exists on the day; {@code null} for
	 * the unit's People's Committee itself
	 * @param agency exchange code of one fixed agency, else {@code null}
	 */
	public record Handling(String level, @Nullable String address, @Nullable String department, @Nullable String agency) {
	}

	/**
	 * A case of the procedure (<i>trường hợp</i>); time, papers, fees and process may differ by case.
	 *
	 * @param when FEEL condition on the answers; the first case that holds is the dossier's
	 * @param timeLimit by channel; {@code null} key never; every channel of the service has one
	 * @param immediate the result is given on receipt or by the next working day without a processing stage
	 */
	public record ServiceCase(String id, LocalizedText name, String when, Map<Channel, TimeLimit> timeLimit, @Nullable String process) {
	}

	/**
	 * A paper to hand in (<i>thành phần hồ sơ</i>).
	 *
	 * @param required FEEL condition
	 * @param cases ids of the cases it belongs to, empty for all
	 * @param already where the platform may already have it, {@code null} for nowhere
	 */
	public record Component(String id, LocalizedText name, @Nullable LocalizedText help, String required, Set<String> cases,
			int originals, int copies, Set<String> mediaTypes, long maxBytes, int maxFiles, @Nullable String already) {
	}

	/**
	 * A fee (<i>lệ phí</i>), charge (<i>phí</i>) or other payment.
	 *
	 * @param when FEEL condition, {@code true} for always
	 * @param localMaxVnd most that an agency may set as the base, {@code null} where the amount is the same everywhere
	 */
	public record Fee(String id, Kind kind, LocalizedText name, FeeFormula formula, String when, Set<String> cases, PayAt payAt,
			FeeFormula.Period valid, @Nullable String legalBasis, boolean unverified, @Nullable Long localMaxVnd) {

		Fee withBase(FeeFormula.Value base) {
			FeeFormula local = new FeeFormula(base, formula.perUnit(), formula.percentage(), formula.reductions(), formula.exemptions(), formula.cap(), formula.each(),
					formula.times(), formula.place());
			return new Fee(id, kind, name, local, when, cases, payAt, valid, legalBasis, unverified, localMaxVnd);
		}

		public enum Kind {
			FEE, CHARGE, TAX, FINE, CONTRIBUTION, PRICE
		}

		public enum PayAt {
			RECEIPT, RESULT
		}

	}

	public record Result(String id, LocalizedText name, @Nullable String typeCode) {
	}

	public record LawReference(String number, LocalizedText name, boolean unverified) {
	}

	/** A table of prices or codes that belongs to the bundle; rows by column name. */
	public record PriceTable(String id, List<String> columns, List<Map<String, String>> rows) {

		/** First and last day of a row; a table without these columns is always in force. */
		public static final String FROM = "from";

		public static final String UNTIL = "until";

		/** The first row in force on the day whose columns have these values; an empty cell fits any. */
		public Optional<Map<String, String>> find(Map<String, String> where, LocalDate on) {
			return rows.stream().filter(row -> inForce(row, on) && where.entrySet().stream().allMatch(column -> {
				String cell = row.get(column.getKey());
				return cell != null && (cell.isEmpty() || cell.equals(column.getValue()));
			})).findFirst();
		}

		/** ISO dates compare as texts. */
		public static boolean inForce(Map<String, String> row, LocalDate on) {
			String day = on.toString();
			String until = row.getOrDefault(UNTIL, "");
			return row.getOrDefault(FROM, "").compareTo(day) <= 0 && (until.isEmpty() || until.compareTo(day) >= 0);
		}

	}

}
