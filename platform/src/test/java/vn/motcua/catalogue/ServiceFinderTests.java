package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.catalogue.FoundServices.Outcome;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;

/** Search in the running program: what is found, what is counted of it, and words that editors add. */
@MotCuaTest
class ServiceFinderTests {

	private static final ProcedureCode BIRTH = new ProcedureCode("1.001193");

	/** Two seconds at most where nothing else runs, which the search benchmark measures. */
	private static final Duration SOON = Duration.ofSeconds(20);

	@LocalServerPort
	int port;

	@Autowired
	ServiceFinder finder;

	@Autowired
	SearchWords words;

	@Autowired
	JdbcClient jdbc;

	@Test
	void findsServicesHoweverTheyAreTyped() {
		for (String typed : List.of("giay khai sinh", "birth certif", "giaays khai sinh", "1.001193", "khai sinh ở Bắc Ninh", "đăng ký khai xinh")) {
			assertThat(finder.find(typed, 5).services()).as(typed).first().extracting(ServiceVersion::code).isEqualTo(BIRTH);
		}
		assertThat(finder.find("\"(*+[", 5).services()).isEmpty();
		assertThat(finder.find("đăng ký khai xinh", 5).corrected()).isEqualTo("đăng ký khai sinh");
		assertThat(finder.suggest("giấy khai s", 10)).extracting(ServiceVersion::code).contains(BIRTH);
	}

	@Test
	void wordsOfEditorsHoldSoonUntilTheyAreRemoved() {
		assertThat(finder.find("quququ wowowo", 5).outcome()).isNotEqualTo(Outcome.WHOLE);
		words.add("Quququ  Wowowo", "đăng ký khai sinh", Actor.platform());
		await().atMost(SOON).untilAsserted(() -> assertThat(first("QUQUQU wowowo")).isEqualTo(BIRTH));
		assertThatThrownBy(() -> words.add("quququ wowowo", "đăng ký khai sinh", Actor.platform())).isInstanceOf(ProblemException.class);
		words.remove(words.all().stream().filter(word -> word.phrase().equals("quququ wowowo")).findFirst().orElseThrow().id(), Actor.platform());
		await().atMost(SOON).untilAsserted(() -> assertThat(finder.find("quququ wowowo", 5).outcome()).isNotEqualTo(Outcome.WHOLE));
	}

	@Test
	void aWordMayNameOneService() {
		words.add("zuzuzu", BIRTH.value(), Actor.platform());
		await().atMost(SOON).untilAsserted(() -> assertThat(first("zuzuzu")).isEqualTo(BIRTH));
		assertThatThrownBy(() -> words.add("zuzuza", "1.999999", Actor.platform())).isInstanceOf(ProblemException.class);
	}

	@Test
	void anotherNodesWordsAreHeardFromTheDatabase() {
		jdbc.sql("""
				insert into catalogue.search_word (phrase, meaning, added_at, added_by, adder_name)
				values ('kukuku', '1.001193', now(), gen_random_uuid(), 'another node')
				""").update();
		await().atMost(SOON).untilAsserted(() -> assertThat(first("kukuku")).isEqualTo(BIRTH));
	}

	@Test
	void countsWhatWasLookedForInVainAndNothingThatMayBePersonal() {
		Visit stranger = new Visit(port);
		for (String typed : List.of("quququ1+khongco", "quququ1+khongco", "quququ2+0912345678", "quququ3+a@b.vn")) {
			assertThat(stranger.get("/tim-kiem?q=" + typed).statusCode()).isEqualTo(200);
		}
		await().atMost(SOON).untilAsserted(() -> assertThat(words.asked(LocalDate.of(2000, 1, 1), true))
			.anySatisfy(asked -> assertThat(asked).extracting(SearchWords.Asked::query, SearchWords.Asked::times).containsExactly("quququ1 khongco", 2L)));
		assertThat(jdbc.sql("select count(*) from catalogue.search_query where query like 'quququ2%' or query like 'quququ3%'").query(Long.class).single()).isZero();
	}

	@Test
	void anEditorSeesItAndAddsWordsOnThePage() {
		new Visit(port).get("/tim-kiem?q=momomo+momo");
		Visit editor = Visit.signedIn(port, "kstthc.vpcp");
		await().atMost(SOON).untilAsserted(() -> assertThat(editor.get("/quan-tri/tim-kiem").body()).contains("momomo momo"));
		assertThat(editor.get("/quan-tri/tim-kiem?tu=momomo%20momo").body()).contains("value=\"momomo momo\"");
		assertThat(editor.post("/quan-tri/tim-kiem", Map.of("tu", "momomo momo", "nghia", "x")).statusCode()).isEqualTo(422);
		assertThat(editor.post("/quan-tri/tim-kiem", Map.of("tu", "momomo momo", "nghia", "đăng ký khai sinh")).statusCode()).isIn(302, 303);
		await().atMost(SOON).untilAsserted(() -> assertThat(first("momomo momo")).isEqualTo(BIRTH));
		assertThat(editor.get("/quan-tri/tim-kiem").body()).contains("momomo momo", "đăng ký khai sinh");
		assertThat(jdbc.sql("select count(*) from audit.access where action = 'SEARCH_WORDS_CHANGED' and object = 'momomo momo = đăng ký khai sinh'").query(Long.class)
			.single()).isEqualTo(1);
		assertThat(Visit.signedIn(port, "lan").get("/quan-tri/tim-kiem").statusCode()).isEqualTo(403);
	}

	private @Nullable ProcedureCode first(String typed) {
		return finder.find(typed, 1).services().stream().map(ServiceVersion::code).findFirst().orElse(null);
	}

}
