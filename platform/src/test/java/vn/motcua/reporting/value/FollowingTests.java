package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reporting.value.ReportFixture.cell;
import static vn.motcua.reporting.value.ReportFixture.clerk;
import static vn.motcua.reporting.value.ReportFixture.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.ValueSource;

/** Computed figures are in the sheet and in every total with those they follow from, whoever sent these. */
class FollowingTests {

	private static ReportFixture fixture;

	private static List<Agency> communes;

	private static int computed;

	@BeforeAll
	static void open() {
		fixture = new ReportFixture();
		LocalDate day = LocalDate.of(2020, 6, 30);
		Agency province = fixture.agencies().findByCode(Agency.Level.PROVINCE, "27", day).orElseThrow();
		communes = fixture.agencies().children(province.id(), Agency.Level.DISTRICT, day).stream()
			.flatMap(district -> fixture.agencies().children(district.id(), Agency.Level.COMMUNE, day).stream()).toList();
	}

	@AfterAll
	static void close() {
		fixture.close();
	}

	@Test
	void computedCellsFollowInTheSameTransactionHoweverManyAreSent() throws IOException {
		computed = fixture.regime("TINH.THANG", cell("C01", 0, Aggregation.SUM), cell("C02", 0, Aggregation.SUM), cell("C03", 0, Aggregation.SUM), cell("C04", 1, Aggregation.SUM),
				cell("C05", 0, Aggregation.SUM), cell("C06", 0, Aggregation.SUM));
		fixture.computed(computed, Map.of("C03", "C01 + C02", "C04", "C03 / 4", "C05", "C01 - prev(C01)", "C06", "below(C01)"));
		LocalDate june = fixture.month(computed, LocalDate.of(2020, 6, 1));
		LocalDate july = fixture.month(computed, LocalDate.of(2020, 7, 1));
		String all = communes.stream().map(commune -> line("2020-06", commune.code(), "C01", "5") + line("2020-06", commune.code(), "C02", "2")
				+ line("2020-06", commune.code(), "C03", "99") + line("2020-07", commune.code(), "C01", "8")).collect(Collectors.joining());
		BulkIntake.Taken taken = send(all);
		assertThat(taken.batch().problems()).isEmpty();
		fixture.fold();
		assertThat(total(computed, june)).as("what was sent for a sum is the sum").containsExactly(5, 2, 7, 18, Totals.EMPTY, Totals.EMPTY);
		assertThat(total(computed, july)).as("of the period before in the same request").containsExactly(8, Totals.EMPTY, Totals.EMPTY, Totals.EMPTY, 3, Totals.EMPTY);

		String first = communes.getFirst().code();
		send(line("2020-06", first, "C02", ""));
		assertThat(amounts(computed, june)).as("what followed goes with it").containsOnlyKeys(0);
		send(line("2020-07", first, "C03", "40"));
		assertThat(amounts(computed, july)).as("sent in place of what cannot be computed").containsEntry(2, new BigDecimal(40)).containsEntry(3, new BigDecimal("10.0"));
		fixture.sheets().save(key(computed, july, communes.getFirst().id().value()), List.of(new CellChange(1, BigDecimal.ONE, null)), ValueSource.TYPED, clerk("Lan", 1));
		assertThat(amounts(computed, july)).containsEntry(2, new BigDecimal(9)).containsEntry(3, new BigDecimal("2.3"));
		fixture.fold();
		assertThat(fixture.get(ValueCheck.class).verify().told()).isEmpty();
	}

	@Test
	void whatFollowsFromAVersionWithoutFormulasReadsTheSameRequest() throws IOException {
		int regime = fixture.regime("TINH.MOI", cell("D01", 0, Aggregation.SUM), cell("D02", 0, Aggregation.SUM));
		LocalDate june = fixture.month(regime, LocalDate.of(2020, 6, 1));
		LocalDate july = fixture.month(regime, LocalDate.of(2020, 7, 1));
		fixture.computed(regime, july, Map.of("D02", "D01 - prev(D01)"));
		String commune = communes.getFirst().code();
		send("TINH.MOI,2020-06," + commune + ",D01,5\n");
		assertThat(send("TINH.MOI,2020-06," + commune + ",D01,6\nTINH.MOI,2020-07," + commune + ",D01,8\n").changed()).isEqualTo(2);
		assertThat(amounts(regime, june)).containsOnlyKeys(0);
		assertThat(amounts(regime, july)).containsEntry(1, BigDecimal.TWO);
	}

	/** Of the country, by commune. */
	private static long[] total(int of, LocalDate period) {
		return Arrays.stream(fixture.totals().totals(of, period, period, List.of(Totals.COUNTRY)).getFirst().amounts())
			.map(amount -> amount == Totals.EMPTY ? amount : amount / communes.size()).toArray();
	}

	private static Map<Integer, BigDecimal> amounts(int of, LocalDate period) {
		return fixture.sheets().sheet(key(of, period, communes.getFirst().id().value())).amounts();
	}

	private static BulkIntake.Taken send(String lines) throws IOException {
		byte[] body = ("regime,period,agency,indicator,value\n" + lines).getBytes(StandardCharsets.UTF_8);
		return fixture.get(BulkIntake.class).take(clerk("Lan", 1), false, new ByteArrayInputStream(body), arrived -> {
			ValueBatch batch = new ValueBatch();
			ValueBody.of(arrived, false).lines(new CsvValues(fixture.get(Targets.class).reading(batch, WrittenNumber.Style.TOLD), batch, null, List.of("regime", "value")));
			return batch;
		});
	}

	private static String line(String period, String agency, String indicator, String value) {
		return "TINH.THANG," + period + "," + agency + "," + indicator + "," + value + "\n";
	}

}
