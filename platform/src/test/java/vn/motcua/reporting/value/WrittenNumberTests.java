package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vietnamese and English signs in numbers are told apart where the number tells, and asked about where it does not. */
class WrittenNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1234|1234000", "-12.5|-12500", "12,5|12500", "0.125|125", "0,125|125", "1.234.567|1234567000", "1,234,567|1234567000",
			"1.234,5|1234500", "1,234.5|1234500", "1234,500|1234500", "12.50|12500", "1.234.567,89|1234567890", "-0|0", "007|7000" })
	void readsWhatCanBeReadInOneWayOnly(String written, long thousandths) {
		assertThat(read(written, WrittenNumber.Style.TOLD)).isEqualTo(thousandths);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1.234", "12,345", "-123.456" })
	void refusesWhatCanBeReadInTwo(String written) {
		assertThat(read(written, WrittenNumber.Style.TOLD)).isEqualTo(WrittenNumber.AMBIGUOUS);
		assertThat(read("1.234", WrittenNumber.Style.POINT)).isEqualTo(1234);
		assertThat(read("1,234", WrittenNumber.Style.COMMA)).isEqualTo(1234);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1..2", "1.2.3", "12.34.567", ".5", "5.", "1e3", "=1+1", "-", "1 234", "１２", "NaN", "--1", "1,2.3,4", "1.23,456.7" })
	void refusesWhatIsNoNumber(String written) {
		assertThat(read(written, WrittenNumber.Style.TOLD)).isEqualTo(WrittenNumber.NO_NUMBER);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1.2345", "0.0001" })
	void refusesMoreDecimalsThanTheCellHas(String written) {
		assertThat(read(written, WrittenNumber.Style.TOLD)).isEqualTo(WrittenNumber.TOO_MANY_DECIMALS);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1234567890123", "1234567890123.5", "99999999999999999999999", "1234567890123456789012.1" })
	void refusesMoreThanFifteenDigits(String written) {
		assertThat(read(written, WrittenNumber.Style.TOLD)).isEqualTo(WrittenNumber.TOO_MANY_DIGITS);
	}

	private static long read(String written, WrittenNumber.Style style) {
		byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
		return WrittenNumber.read(bytes, 0, bytes.length, 3, style);
	}

}
