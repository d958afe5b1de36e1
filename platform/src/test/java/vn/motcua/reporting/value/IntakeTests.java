package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reporting.value.ReportFixture.cell;
import static vn.motcua.reporting.value.ReportFixture.clerk;
import static vn.motcua.reporting.value.ReportFixture.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Totals;
import vn.motcua.site.ArrivedBody;

/** Many values at once: what is right is in the sheets, and what is wrong is said by line, field and rule with nothing written. */
class IntakeTests {

	private static final String HEADING = "regime,period,agency,indicator,breakdown,value\n";

	private static final List<String> COLUMNS = List.of("regime", "period", "agency", "indicator", "value");

	private static ReportFixture fixture;

	private static int regime;

	private static List<Agency> communes;

	private static LocalDate month;

	@BeforeAll
	static void open() {
		fixture = new ReportFixture();
		regime = fixture.regime("LO.THANG", cell("B01", 0, Aggregation.SUM), cell("B02", 2, Aggregation.SUM),
				new CellSpec(new IndicatorCode("B01"), new Breakdown("AGE=0-5,SEX=F"), 0, Aggregation.SUM, null));
		month = fixture.month(regime, LocalDate.of(2020, 8, 1));
		Agency province = fixture.agencies().findByCode(Agency.Level.PROVINCE, "27", month).orElseThrow();
		communes = fixture.agencies().children(province.id(), Agency.Level.DISTRICT, month).stream()
			.flatMap(district -> fixture.agencies().children(district.id(), Agency.Level.COMMUNE, month).stream()).toList();
	}

	@AfterAll
	static void close() {
		fixture.close();
	}

	@Test
	void everyLineIsInItsSheetAndInTheTotals() throws IOException {
		fixture.month(regime, LocalDate.of(2020, 1, 1));
		String csv = communes.stream().map(commune -> line("2020-01", commune.code(), "B01", "", "2") + line("202001", "id:" + commune.id(), "B02", "", "1.25"))
			.collect(Collectors.joining());
		BulkIntake.Taken taken = csv(HEADING + csv);
		assertThat(taken.batch().problems()).isEmpty();
		assertThat(taken.changed()).isEqualTo(communes.size() * 2).isEqualTo(taken.created());
		assertThat(csv(HEADING + csv).changed()).as("sent twice, taken once").isZero();
		BulkIntake.Taken again = csv("value;agency;indicator;breakdown;period;regime\n3;" + communes.getFirst().code() + ";B01;;2020-01;LO.THANG\n");
		assertThat(again.changed()).isOne();
		assertThat(again.created()).isZero();
		fixture.fold();
		Totals.Total country = fixture.totals().totals(regime, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1), List.of(Totals.COUNTRY)).getFirst();
		assertThat(country.amounts()).containsExactly(communes.size() * 2L + 1, communes.size() * 125L, Totals.EMPTY);
		assertThat(fixture.sheets().history(key(regime, LocalDate.of(2020, 1, 1), communes.getFirst().id().value()), 0)).hasSize(2);
		assertThat(fixture.get(ValueCheck.class).verify().told()).isEmpty();
	}

	@Test
	void saysWhatIsWrongByLineFieldAndRuleAndWritesNothing() throws IOException {
		String code = communes.getFirst().code();
		byte[] csv = (HEADING + line("2020-08", code, "B01", "", "7") + "LO.THNG,2020-08," + code + ",B01,,1\n" + line("2020-13", code, "B01", "", "1")
				+ line("2020-08", "99999", "B01", "", "1") + line("2020-08", code, "B1", "", "1") + line("2020-08", code, "B01", "\"AGE=0-5,SEX=M\"", "1")
				+ line("2020-08", code, "B01", "\"SEX=F,AGE=0-5\"", "3") + line("2020-08", code, "B02", "", "1.2555") + line("2020-08", code, "B01", "", "1.234")
				+ line("2020-08", code, "B01", "", "=1+1") + line("2020-08", code, "B01", "", "1234567890123456") + line("2020-08", code, "B01", "", "8")
				+ "LO.THANG,2020-08\n" + line("2020-08", code, "B\0\u00e0", "", "1")).getBytes(StandardCharsets.UTF_8);
		BulkIntake.Taken taken = take(csv, false);
		assertThat(taken.written()).isFalse();
		assertThat(taken.batch().problems()).extracting(problem -> problem.line() + " " + problem.problem().pointer() + " " + problem.problem().code()).containsExactlyInAnyOrder(
				"3 /regime reporting.unknown-regime-near", "4 /period reporting.unknown-period", "5 /agency reporting.unknown-agency",
				"6 /indicator reporting.unknown-indicator-near", "7 /breakdown reporting.unknown-breakdown-near", "9 /value reporting.decimals",
				"10 /value reporting.number-ambiguous", "11 /value reporting.no-number", "12 /value reporting.digits", "13  reporting.value-twice",
				"14  reporting.columns", "15 /indicator reporting.unknown-indicator");
		assertThat(fixture.sheets().sheet(key(regime, month, communes.getFirst().id().value())).version()).isZero();
		assertThat(taken.batch().problems()).filteredOn(problem -> problem.line() == 3).singleElement()
			.satisfies(problem -> assertThat(problem.problem().values()).containsEntry("nearest", "LO.THANG"));
	}

	@Test
	void whatIsWrongWithAWholeSheetIsSaidAtItsFirstLine() {
		ValueBatch batch = new ValueBatch();
		for (int line = 2; line < 1_000; line++) {
			batch.add(batch.sheet(regime, month, line % 300 + 1, line), line % 3, line, line);
		}
		batch.sheet(regime, month, 7_000, 4_321);
		batch.sort();
		assertThat(batch.firstLine(key(regime, month, 3))).isEqualTo(2);
		assertThat(batch.firstLine(key(regime, month, 2))).isEqualTo(301);
		assertThat(batch.firstLine(key(regime, month, 7_000))).as("none of its values can be read").isEqualTo(4_321);
	}

	@Test
	void linesOfJsonAndValueSetsOfDhisMeanTheSame() throws IOException {
		LocalDate march = fixture.month(regime, LocalDate.of(2020, 3, 1));
		String code = communes.get(1).code();
		BulkIntake.Taken taken = fixture.get(BulkIntake.class).take(clerk("Lan", 1), false, InputStream.nullInputStream(), _ -> {
			ValueBatch batch = new ValueBatch();
			String lines = "{\"regime\":\"LO.THANG\",\"period\":\"2020-03\",\"agency\":\"" + code + "\",\"indicator\":\"B01\",\"value\":5}\n\n"
					+ "{\"regime\":\"LO.THANG\",\"period\":\"2020-03\",\"agency\":\"" + code + "\",\"indicator\":\"B02\",\"value\":\"1.234,5\"}\n";
			ValueBody.of(stream(lines), false).lines(new JsonValues(targets(batch), batch));
			return batch;
		});
		assertThat(taken.batch().problems()).isEmpty();
		BulkIntake.Taken set = fixture.get(BulkIntake.class).take(clerk("Lan", 1), false, InputStream.nullInputStream(), _ -> {
			ValueBatch batch = new ValueBatch();
			new DataValueSet(new JsonValues(targets(batch), batch)).read(stream("{\"dataSet\":\"LO.THANG\",\"period\":\"202003\",\"orgUnit\":\"" + code
					+ "\",\"dataValues\":[{\"dataElement\":\"B01\",\"categoryOptionCombo\":\"AGE=0-5,SEX=F\",\"value\":\"4\"},{\"dataElement\":\"B01\",\"categoryOptionCombo\":\"default\",\"value\":\"6\"}]}"));
			return batch;
		});
		assertThat(set.batch().problems()).isEmpty();
		assertThat(fixture.sheets().sheet(key(regime, march, communes.get(1).id().value())).amounts())
			.isEqualTo(Map.of(0, new BigDecimal("6"), 1, new BigDecimal("1234.50"), 2, new BigDecimal("4")));
	}

	@Test
	void limitsHoldHoweverItIsPacked() throws IOException {
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
			packed.write(HEADING.getBytes(StandardCharsets.UTF_8));
			byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
			for (int mb = 0; mb <= ValueBody.MOST_BYTES >> 20; mb++) {
				packed.write(blank);
			}
		}
		refused(bomb.toByteArray(), true, "reporting.body-too-large");
		refused((HEADING + "x".repeat(ValueBody.LONGEST_LINE + 1)).getBytes(StandardCharsets.UTF_8), false, "reporting.line-too-long");
		refused(("x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8), false, "reporting.line-too-long");
		refused("regime,period,agency\n".getBytes(StandardCharsets.UTF_8), false, "reporting.heading");
		refused("no gzip at all".getBytes(StandardCharsets.UTF_8), true, "common.unreadable");
		byte[] cut = java.util.Arrays.copyOf(bomb.toByteArray(), 200);
		refused(cut, true, "common.unreadable");
	}

	@Test
	void whoSendsSlowlyHoldsUpNobody() throws Exception {
		fixture.month(regime, LocalDate.of(2020, 5, 1));
		CountDownLatch begun = new CountDownLatch(ValueArrivals.MOST_OF_ONE - 1);
		CountDownLatch slow = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<BulkIntake.Taken>> sending = new ArrayList<>();
			for (int sender = 0; sender < ValueArrivals.MOST_OF_ONE - 1; sender++) {
				String line = line("2020-05", communes.get(sender).code(), "B01", "", "4");
				sending.add(threads.submit(() -> take(stream(HEADING, begun, slow, line), false)));
			}
			begun.await();
			assertThat(csv(HEADING + line("2020-05", communes.getLast().code(), "B01", "", "9")).changed()).as("while others send").isOne();
			slow.countDown();
			for (Future<BulkIntake.Taken> sent : sending) {
				assertThat(sent.get().changed()).isOne();
			}
		}
	}

	/** The first part at once, the second when it may. */
	private static InputStream stream(String first, CountDownLatch begun, CountDownLatch then, String second) {
		return new SequenceInputStream(stream(first), new FilterInputStream(stream(second)) {

			@Override
			public int read(byte[] into, int offset, int length) throws IOException {
				begun.countDown();
				try {
					then.await();
				}
				catch (InterruptedException stopping) {
					throw new IOException(stopping);
				}
				return super.read(into, offset, length);
			}

		});
	}

	@Test
	void largeBodiesComeWholeHoweverTheyArePacked() throws IOException {
		LocalDate may = fixture.month(regime, LocalDate.of(2019, 5, 1));
		String csv = HEADING + communes.stream().map(commune -> line("2019-05", commune.code(), "B01", "", "3")).collect(Collectors.joining("\n".repeat(ArrivedBody.IN_MEMORY / 4)));
		assertThat(csv(csv).changed()).isEqualTo(communes.size());
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(csv.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(take(packed.toByteArray(), true).changed()).as("the same again").isZero();
		fixture.fold();
		assertThat(fixture.totals().totals(regime, may, may, List.of(Totals.COUNTRY)).getFirst().amounts()[0]).isEqualTo(communes.size() * 3L);
	}

	private static void refused(byte[] body, boolean packed, String code) {
		assertThatThrownBy(() -> take(body, packed)).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code().code()).isEqualTo(code));
	}

	private static BulkIntake.Taken csv(String body) throws IOException {
		return take(body.getBytes(StandardCharsets.UTF_8), false);
	}

	private static BulkIntake.Taken take(byte[] body, boolean packed) throws IOException {
		return take(new ByteArrayInputStream(body), packed);
	}

	private static BulkIntake.Taken take(InputStream body, boolean packed) throws IOException {
		return fixture.get(BulkIntake.class).take(clerk("Lan", 1), false, body, arrived -> {
			ValueBatch batch = new ValueBatch();
			ValueBody.of(arrived, packed).lines(new CsvValues(targets(batch), batch, null, COLUMNS));
			return batch;
		});
	}

	private static Targets.Reading targets(ValueBatch batch) {
		return fixture.get(Targets.class).reading(batch, WrittenNumber.Style.TOLD);
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String line(String period, String agency, String indicator, String breakdown, String value) {
		return "LO.THANG," + period + "," + agency + "," + indicator + "," + breakdown + "," + value + "\n";
	}

}
