package vn.motcua.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void takesWhoeverAgreesWithTheirNumber() {
		assertThat(problems(applicant("001192004381", "1992-04-12", "female", "0912 004 381"))).isEmpty();
	}

	/** Decree 137/2015/NĐ-CP art. 13: digits four to six carry the century, the sex and the year of birth. */
	@ParameterizedTest
	@CsvSource({ "001192004381,1992-04-12,male", "001192004381,1991-04-12,female", "001392004381,1992-04-12,female", "001092004381,1992-04-12,female" })
	void refusesANumberThatDisagrees(String number, String born, String sex) {
		assertThat(problems(applicant(number, born, sex, "0912004381"))).containsExactly(Map.entry("soDinhDanh", "identity.number-disagrees"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "001", "1001192004381", "003192004381", "00119200438a", "００１１９２００４３８１" })
	void refusesWhatIsNoNumber(String number) {
		assertThat(problems(applicant(number, "1992-04-12", "female", "0912004381"))).containsEntry("soDinhDanh", "identity.number");
	}

	@ParameterizedTest
	@CsvSource({ "+84 912 004 381,true", "0912.004.381,true", "0243823456,false", "912004381,false", "'',false" })
	void knowsMobileNumbers(String typed, boolean mobile) {
		assertThat(Applicant.isMobile(Applicant.normalPhone(typed))).isEqualTo(mobile);
	}

	/** NIST SP 800-63B 5.1.1.2: length and a list of known passwords, no mix of signs. */
	@ParameterizedTest
	@CsvSource({ "ngắn quá,identity.password-short", "1234567890,identity.password-common", "abcdefghijkl,identity.password-common",
			"matkhau12345,identity.password-common", "aaaaaaaabbbb,identity.password-common", "tôi là 001192004381,identity.password-own" })
	void refusesPasswordsThatAreGuessedFirst(String password, String code) {
		assertThat(PasswordRule.broken(password, List.of("001192004381"))).hasValue(code);
	}

	@Test
	void takesAPlainSentenceAsPassword() {
		assertThat(PasswordRule.broken("chiều qua mưa to lắm", List.of("001192004381"))).isEmpty();
	}

	private static Map<String, String> problems(Applicant applicant) {
		return applicant.problems(TODAY, Set.of("01", "79")::contains);
	}

	private static Applicant applicant(String number, String born, String sex, String phone) {
		return new Applicant(number, " Nguyễn  Thị Lan ", born, sex, phone, "chiều qua mưa to lắm");
	}

}
