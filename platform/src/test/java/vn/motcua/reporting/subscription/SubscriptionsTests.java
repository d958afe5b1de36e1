package vn.motcua.reporting.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agency;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.reporting.analysis.ReportedFigures;
import vn.motcua.reporting.board.Board;
import vn.motcua.reporting.board.BoardPicture;
import vn.motcua.reporting.board.Boards;
import vn.motcua.reporting.board.Sharing;

/** Letters with figures: when they come, once each, and only to whom may see what is in them. Imports of Hà Giang in 2021, which no other test reports. */
@MotCuaTest
class SubscriptionsTests {

	private static final String QUESTION = "indicator=TT0205&agency=02&from=2021-05-01&to=2021-08-31";

	private static boolean there;

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Subscriptions subscriptions;

	@Autowired
	private Sending sending;

	@Autowired
	private Boards boards;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private Clock clock;

	private Actor owner;

	private Actor leader;

	@BeforeEach
	void begin() {
		owner = actor("baocao.bacninh");
		leader = actor("lanhdao.bacninh");
		List.of(owner, leader).forEach(actor -> subscriptions.of(actor).forEach(each -> subscriptions.end(each.number(), actor)));
		if (!there) {
			ReportedFigures figures = new ReportedFigures(program);
			Agency place = figures.province("02", LocalDate.of(2021, 5, 14));
			figures.report("2021-05", place, "TT0205", "12.5").report("2021-06", place, "TT0205", "14").close(ReportedFigures.MONTHLY, "2021-05").counted(ReportedFigures.MONTHLY, place, "2021-05", "2021-06");
			there = true;
		}
	}

	@Test
	void theFirstLetterComesAtOnceWithTheFiguresAndTheirState() {
		Board board = board(Sharing.OWN);
		subscriptions.subscribe(board, Rhythm.WEEKLY, owner);
		Subscription subscription = subscriptions.of(owner).getFirst();
		send(clock.instant());
		String letter = letter(subscription, "baocao.bacninh@motcua.example");
		assertThat(letter).contains("Nhập khẩu Hà Giang", "Kỳ: 05/2021 | 06/2021", "Hà Giang", "12,5", "14,0", board.href(), "/bao-cao/thoi-nhan/" + subscription.token());
		Subscription after = subscriptions.of(owner).getFirst();
		assertThat(after.sentAt()).isNotNull();
		assertThat(after.nextAt()).isAfter(clock.instant()).isBefore(clock.instant().plus(Duration.ofDays(8)));
	}

	@Test
	void aReaderOfEnglishGetsItInEnglish() {
		jdbc.sql("update identity.account set language = 'en' where id = :id").param("id", leader.account()).update();
		try {
			subscriptions.subscribe("Imports", QUESTION, Rhythm.DAILY, leader);
			Subscription subscription = subscriptions.of(leader).getFirst();
			send(clock.instant());
			assertThat(letter(subscription, "lanhdao.bacninh@motcua.example")).contains("Imports, figures of", "Periods: 05/2021 | 06/2021", "12.5", "Unsubscribe:");
		}
		finally {
			jdbc.sql("update identity.account set language = 'vi' where id = :id").param("id", leader.account()).update();
		}
	}

	@Test
	void eachLetterIsWrittenOnceHoweverManyNodesLookForIt() throws Exception {
		subscriptions.subscribe(board(Sharing.OWN), Rhythm.DAILY, owner);
		Subscription subscription = subscriptions.of(owner).getFirst();
		send(clock.instant());
		Instant due = subscriptions.of(owner).getFirst().nextAt();
		List<Future<?>> nodes = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(6)) {
			for (int node = 0; node < 6; node++) {
				nodes.add(threads.submit(() -> sending.sendDue(due)));
			}
		}
		for (Future<?> node : nodes) {
			node.get();
		}
		assertThat(letters(subscription)).isEqualTo(2);
		assertThat(subscriptions.of(owner).getFirst().nextAt()).isAfter(due);
	}

	/** A node that dies before its commit has written nothing; the next one writes the letter. */
	@Test
	void aLetterThatWasNotCommittedIsWrittenByWhoComesNext() {
		subscriptions.subscribe(board(Sharing.OWN), Rhythm.DAILY, owner);
		Subscription subscription = subscriptions.of(owner).getFirst();
		send(clock.instant());
		Instant due = subscriptions.of(owner).getFirst().nextAt();
		transactions.executeWithoutResult(dying -> {
			sending.sendDue(due);
			dying.setRollbackOnly();
		});
		assertThat(letters(subscription)).isEqualTo(1);
		send(due);
		send(due);
		assertThat(letters(subscription)).isEqualTo(2);
	}

	@Test
	void nobodyGetsABoardTheyMayNotSeeAnyMore() {
		Board board = board(Sharing.AGENCY);
		subscriptions.subscribe(board, Rhythm.DAILY, leader);
		Subscription subscription = subscriptions.of(leader).getFirst();
		send(clock.instant());
		assertThat(letters(subscription)).isEqualTo(1);
		HttpResponse<String> hidden = Visit.signedIn(port, "baocao.bacninh").post(board.href() + "/sua", Map.of("phien-ban", "1", "chia-se", "OWN"));
		assertThat(hidden.statusCode()).isEqualTo(302);
		assertThat(Visit.signedIn(port, "lanhdao.bacninh").get("/bao-cao/thu").body()).contains("không còn được chia sẻ").doesNotContain(board.name());
		send(subscriptions.of(leader).getFirst().nextAt());
		assertThat(letters(subscription)).isEqualTo(1);
		assertThat(subscriptions.of(leader)).isEmpty();
		assertThat(Visit.signedIn(port, "lanhdao.bacninh").get("/thong-bao").body()).contains("Một thư số liệu thôi gửi").doesNotContain(board.name());
	}

	/** An account without the right to read figures: none of the cast loses it, so a citizen's stands for one that did. */
	@Test
	void whoMayNotReadFiguresAnyMoreGetsNone() {
		subscriptions.subscribe("Nhập khẩu", QUESTION, Rhythm.DAILY, owner);
		Subscription subscription = subscriptions.of(owner).getFirst();
		Actor citizen = actor("minh");
		jdbc.sql("update reporting.subscription set account = :account where number = :number").param("account", citizen.account()).param("number", subscription.number()).update();
		send(clock.instant());
		assertThat(letters(subscription)).isZero();
		assertThat(subscriptions.of(citizen)).isEmpty();
	}

	/** Later periods have figures already, and the letter shows those of the period it tells of. */
	@Test
	void aLetterTellsOfEachPeriodOnceWhenItIsComplete() {
		ReportedFigures figures = new ReportedFigures(program);
		Agency place = figures.province("02", LocalDate.of(2021, 5, 14));
		figures.report("2021-09", place, "TT0205", "17").report("2021-10", place, "TT0205", "18").counted(ReportedFigures.MONTHLY, place, "2021-09", "2021-10");
		subscriptions.subscribe("Nhập khẩu", QUESTION.replace("2021-08-31", "2021-10-31"), Rhythm.COMPLETE, owner);
		Subscription subscription = subscriptions.of(owner).getFirst();
		send(clock.instant());
		assertThat(letters(subscription)).as("May was complete before").isZero();
		figures.close(ReportedFigures.MONTHLY, "2021-06");
		send(subscriptions.of(owner).getFirst().nextAt());
		assertThat(letter(subscription, "baocao.bacninh@motcua.example")).contains("Kỳ vừa có đủ số liệu", "Kỳ: 05/2021 | 06/2021", "14,0").doesNotContain("05/2021.", "18,0");
		send(subscriptions.of(owner).getFirst().nextAt());
		assertThat(letters(subscription)).isEqualTo(1);
	}

	@Test
	void theLinkOfALetterEndsItOnlyWhenItIsConfirmed() {
		subscriptions.subscribe(board(Sharing.OWN), Rhythm.MONTHLY, owner);
		Subscription subscription = subscriptions.of(owner).getFirst();
		String link = "/bao-cao/thoi-nhan/" + subscription.token();
		Visit stranger = new Visit(port);
		assertThat(stranger.get(link).body()).contains("<form action=\"" + link).doesNotContain("Nhập khẩu Hà Giang");
		assertThat(subscriptions.of(owner)).hasSize(1);
		assertThat(stranger.post(link, Map.of()).statusCode()).isEqualTo(302);
		assertThat(subscriptions.of(owner)).isEmpty();
		assertThat(stranger.get(link).body()).contains("Thư không gửi nữa");
		assertThat(stranger.get("/bao-cao/thoi-nhan/" + "x".repeat(32)).body()).contains("Thư không gửi nữa");
		assertThat(stranger.get("/bao-cao/thoi-nhan/x'--").statusCode()).isEqualTo(200);
	}

	@Test
	void aBoardComesInOneRhythmAndIsEndedByItsReaderAlone() {
		Board board = board(Sharing.EVERYBODY);
		Visit visit = Visit.signedIn(port, "baocao.bacninh");
		assertThat(visit.post("/bao-cao/thu/moi?bang=" + board.number(), "/bao-cao/thu/moi", Map.of("bang", String.valueOf(board.number()), "nhip", "DAILY")).statusCode()).isEqualTo(302);
		assertThat(visit.post("/bao-cao/thu/moi?bang=" + board.number(), "/bao-cao/thu/moi", Map.of("bang", String.valueOf(board.number()), "nhip", "MONTHLY")).statusCode()).isEqualTo(302);
		List<Subscription> all = subscriptions.of(owner);
		assertThat(all).hasSize(1);
		assertThat(all.getFirst().rhythm()).isEqualTo(Rhythm.MONTHLY);
		String end = "/bao-cao/thu/" + all.getFirst().number() + "/thoi";
		assertThat(Visit.signedIn(port, "baocao.kinhbac").post("/bao-cao/phan-tich", end, Map.of()).statusCode()).isEqualTo(404);
		assertThat(subscriptions.of(owner)).hasSize(1);
		assertThat(visit.post("/bao-cao/thu", end, Map.of()).statusCode()).isEqualTo(302);
		assertThat(subscriptions.of(owner)).isEmpty();
	}

	@Test
	void refusesByFieldWhatCannotBeSent() {
		Visit visit = Visit.signedIn(port, "baocao.bacninh");
		assertThat(visit.post("/bao-cao/thu/moi?" + QUESTION, "/bao-cao/thu/moi", Map.of("cau-hoi", QUESTION, "ten", "", "nhip", "DAILY")).body()).contains("ten-error");
		assertThat(visit.post("/bao-cao/thu/moi?" + QUESTION, "/bao-cao/thu/moi", Map.of("cau-hoi", QUESTION, "ten", "A", "nhip", "HOURLY")).body()).contains("nhip-error");
		for (int i = 0; i < Subscriptions.MOST; i++) {
			subscriptions.subscribe("Thư " + i, QUESTION + "&figure=cumulative&agency=" + (10 + i), Rhythm.MONTHLY, owner);
		}
		assertThat(visit.post("/bao-cao/thu/moi?" + QUESTION, "/bao-cao/thu/moi", Map.of("cau-hoi", QUESTION, "ten", "A", "nhip", "DAILY")).statusCode()).isEqualTo(422);
	}

	/** As the job does at a moment; the program's own may have the letter in hand already. */
	private void send(Instant now) {
		sending.sendDue(now);
		await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select count(*) from reporting.subscription where next_at <= :now").param("now", now.atOffset(java.time.ZoneOffset.UTC)).query(Integer.class)
			.single() == 0);
	}

	private Board board(Sharing sharing) {
		return boards.get(boards.create("Nhập khẩu Hà Giang", sharing, List.of(new BoardPicture("", Picture.TABLE, QUESTION)), owner), owner);
	}

	/** How many letters were ever written. */
	private int letters(Subscription subscription) {
		return jdbc.sql("select count(*) from notification.outbox where key like :key").param("key", "reporting-letter:" + subscription.number() + ":%").query(Integer.class).single();
	}

	/** The last letter as it arrived. */
	private String letter(Subscription subscription, String recipient) {
		String key = "reporting-letter:" + subscription.number() + ":%";
		return await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select subject || E'\\n' || body from notification.sandbox where key like :key and recipient = :recipient order by number desc limit 1")
			.param("key", key).param("recipient", recipient).query(String.class).optional(), java.util.Optional::isPresent).orElseThrow();
	}

	private Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

}
