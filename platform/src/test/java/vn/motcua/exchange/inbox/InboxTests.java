package vn.motcua.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;

/** Bắc Ninh handles in its own system what people submit on the portal for it. */
@MotCuaTest
class InboxTests {

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

	@LocalServerPort
	private int port;

	@Autowired
	private DemoInbox people;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Files files;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private InboxAlarm alarm;

	private AgencySystem system;

	private Actor minh;

	@BeforeEach
	void connect() {
		system = AgencySystem.bacNinh(port);
		minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
	}

	private String line(DossierCode code, int seq, int status, String more) {
		DossierView dossier = dossiers.find(code).orElseThrow();
		return "{\"agency\":\"%s\",\"code\":\"%s\",\"procedure\":\"%s\",\"seq\":%d,\"status\":%d,\"at\":\"%s\"%s}".formatted(code.agency(), code,
				dossier.summary().service(), seq, status, Instant.now(), more);
	}

	private List<DossierEvent.Type> types(DossierCode code) {
		return dossiers.events(code).stream().map(DossierEvent::type).toList();
	}

	@Test
	void aSubmissionWaitsWithAllAnswersAndFilesAndNoDeskHereTakesIt() throws Exception {
		DossierCode code = people.submit("minh", "house");
		JsonNode item = system.inbox(code.value()).getFirst();
		assertThat(item.get("kind").asString()).isEqualTo("submission");
		assertThat(item.get("procedure").asString()).isEqualTo("1.009974");
		assertThat(item.get("agency").asString()).isEqualTo(code.agency());
		assertThat(item.at("/applicant/number").asString()).isEqualTo(minh.subject());
		assertThat(item.at("/answers/building/storeys").asInt()).isEqualTo(3);
		assertThat(item.get("answersInWords").toString()).contains("Công ty Kiến trúc Kinh Bắc");
		assertThat(item.get("files").size()).isPositive();
		JsonNode file = item.at("/files/0");
		var got = system.gets(file.get("url").asString());
		assertThat(got.statusCode()).isEqualTo(200);
		assertThat(got.headers().firstValue("Content-Digest").orElseThrow()).startsWith("sha-256=:");
		assertThat(got.headers().firstValueAsLong("Content-Length").orElseThrow()).isEqualTo(file.get("bytes").asLong());
		assertThat(jdbc.queryForObject("select count(*) from onestop.work_item where dossier_code = ?", Integer.class, code.value())).isZero();
		assertThat(dossiers.find(code).orElseThrow().elsewhere().system().name()).contains("Bắc Ninh");
	}

	@Test
	void anotherSystemNeitherSeesNorAcknowledgesIt() {
		DossierCode code = people.submit("cty.saomai", "gifts");
		String id = system.inbox(code.value()).getFirst().get("id").asString();
		AgencySystem hanoi = AgencySystem.hanoi(port);
		assertThat(hanoi.inbox(code.value())).isEmpty();
		assertThat(hanoi.post("/api/sync/v1/inbox/" + id + "/ack", "").statusCode()).isEqualTo(404);
		assertThat(new Visit(port).get("/api/sync/v1/inbox").statusCode()).isEqualTo(401);
		assertThat(system.gets("/api/sync/v1/inbox?agency=X99").statusCode()).isEqualTo(422);
		assertThat(system.gets("/api/sync/v1/inbox?limit=201").statusCode()).isEqualTo(422);
		assertThat(system.gets("/api/sync/v1/inbox?agency=" + code.agency() + "&limit=200").body()).contains(code.value());
		assertThat(system.inbox(code.value())).hasSize(1);
	}

	@Test
	void whatIsAcknowledgedIsOfferedNoMoreAndFoundByEitherNumber() {
		DossierCode code = people.submit("cty.saomai", "discount");
		String ack = "/api/sync/v1/inbox/" + system.inbox(code.value()).getFirst().get("id").asString() + "/ack";
		String own = "BN-" + code.value().hashCode();
		assertThat(system.post(ack, "{\"code\":\"" + "x".repeat(61) + "\"}", "Content-Type", "application/json").statusCode()).isEqualTo(422);
		assertThat(system.post(ack, "[", "Content-Type", "application/json").statusCode()).isEqualTo(400);
		assertThat(system.post(ack, "{\"code\":\"" + own + "\"}", "Content-Type", "application/json").statusCode()).isEqualTo(204);
		assertThat(system.post(ack, "", "Content-Type", "application/x-www-form-urlencoded").statusCode()).isEqualTo(204);
		assertThat(system.inbox(code.value())).isEmpty();
		assertThat(new Visit(port).get("/tra-cuu?ma=" + own).body()).contains(code.value());
		assertThat(Visit.signedIn(port, "cty.saomai").get("/ho-so/" + code).body()).contains(own);
	}

	@Test
	void whatTheSystemReportsAndWhatTheApplicantDoesHereIsOneTimeline() throws Exception {
		DossierCode code = people.submit("minh", "house");
		system.post("/api/sync/v1/inbox/" + system.inbox(code.value()).getFirst().get("id").asString() + "/ack", "{}");
		assertThat(system.lines(line(code, 1, 2, ",\"officer\":\"Nguyễn Văn Trọng\""))).containsExactly("applied");
		assertThat(dossiers.find(code).orElseThrow().summary().dueAt()).as("the time limit of the procedure where the system promises nothing").isNotNull();
		assertThat(system.lines(line(code, 2, 5, ",\"note\":\"Thiếu bản vẽ móng\",\"supplement\":{\"items\":[{\"component\":\"drawings\",\"what\":\"Mặt cắt móng\"}]}"))).containsExactly("applied");
		assertThat(dossiers.find(code).orElseThrow().supplements().getLast().items()).containsExactly(new DossierStep.SupplementItem("drawings", "Mặt cắt móng"));
		StoredFile drawing = files.store(new ByteArrayInputStream(PDF), "mong.pdf", Files.Acceptance.ANY);
		dossiers.record(code, new DossierStep.AnswerSupplement(List.of(new DossierStep.SuppliedFile("drawings", drawing.id())), "Đã bổ sung"), minh);
		JsonNode answer = system.inbox(code.value()).getFirst();
		assertThat(answer.get("kind").asString()).isEqualTo("supplement");
		assertThat(answer.get("note").asString()).isEqualTo("Đã bổ sung");
		assertThat(answer.get("files").size()).isOne();
		assertThat(answer.at("/files/0/sha256").asString()).isEqualTo(drawing.sha256());
		assertThat(system.lines(line(code, 3, 4, ",\"note\":\"Thẩm định\""))).containsExactly("applied");
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
		assertThat(system.put("/api/sync/v1/files/" + sha256 + "?name=giay-phep.pdf", PDF).statusCode()).isEqualTo(200);
		assertThat(system.lines(line(code, 4, 9, ",\"results\":[{\"name\":\"Giấy phép xây dựng\",\"number\":\"12/GPXD\",\"files\":[{\"name\":\"giay-phep.pdf\",\"sha256\":\"" + sha256 + "\"}]}]")))
			.containsExactly("applied");
		assertThat(Visit.signedIn(port, "minh").get("/ho-so/" + code).body()).contains("12/GPXD");
		assertThat(system.lines(line(code, 5, 10, ""))).containsExactly("applied");
		assertThat(types(code)).containsExactly(DossierEvent.Type.SUBMITTED, DossierEvent.Type.ACCEPTED, DossierEvent.Type.SUPPLEMENT_REQUESTED,
				DossierEvent.Type.SUPPLEMENT_ANSWERED, DossierEvent.Type.PROCESSED, DossierEvent.Type.COMPLETED, DossierEvent.Type.RETURNED);
	}

	@Test
	void aWithdrawalIsAnEntryAndEndsWhatTheSystemMayReport() {
		DossierCode code = people.submit("minh", "house");
		system.lines(line(code, 1, 2, ""));
		dossiers.record(code, new DossierStep.Withdraw("Đổi thiết kế"), minh);
		assertThat(system.inbox(code.value())).extracting(item -> item.get("kind").asString()).containsExactly("submission", "withdrawal");
		assertThat(system.inbox(code.value()).getLast().get("note").asString()).isEqualTo("Đổi thiết kế");
		assertThat(system.lines(line(code, 2, 4, ""))).containsExactly("rejected /status dossier.sync.move");
		assertThat(dossiers.find(code).orElseThrow().summary().status()).isEqualTo(DossierStatus.WITHDRAWN);
	}

	@Test
	void officersHereLookAndDoNothing() {
		DossierCode code = people.submit("cty.saomai", "gifts");
		DossierView dossier = dossiers.find(code).orElseThrow();
		Actor officer = new Actor(Actor.Kind.OFFICER, java.util.UUID.randomUUID(), "Nguyễn Thị Hoa", null, dossier.summary().agency(),
				java.util.Set.of(Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS));
		assertThatThrownBy(() -> dossiers.record(code, new DossierStep.Accept(null), officer)).hasMessage("dossier.handled-elsewhere");
	}

	@Test
	void theApplicantSeesWhichSystemFetchedTheirData() {
		DossierCode code = people.submit("minh", "house");
		system.inbox(code.value());
		system.inbox(code.value());
		assertThat(jdbc.queryForList("select actor_name from audit.access where object = ? and action = 'DOSSIER_VIEWED'", String.class, code.value()))
			.as("asked again at once it is one look").hasSize(1).first().asString().contains("Bắc Ninh");
		assertThat(Visit.signedIn(port, "minh").get("/tai-khoan/nhat-ky").body()).contains(code.value(), "Hệ thống một cửa Bắc Ninh");
	}

	@Test
	void whatNobodyFetchesAlarmsBothSidesOnceAndAgainADayLater() {
		DossierCode code = people.submit("cty.saomai", "discount");
		alarm.alarm();
		assertThat(told(code)).isZero();
		jdbc.update("update exchange.inbox_entry set alarmed_at = alarmed_at - interval '61 minutes' where alarmed_at is not null");
		jdbc.update("update exchange.inbox_entry set at = at - interval '61 minutes' where code = ?", code.value());
		alarm.alarm();
		int once = told(code);
		assertThat(once).as("the centre").isPositive();
		assertThat(letters(code)).as("the contact of the system").isPositive();
		alarm.alarm();
		assertThat(told(code)).isEqualTo(once);
		jdbc.update("update exchange.inbox_entry set alarmed_at = alarmed_at - interval '25 hours' where code = ?", code.value());
		alarm.alarm();
		assertThat(told(code)).isEqualTo(2 * once);
		system.post("/api/sync/v1/inbox/" + system.inbox(code.value()).getFirst().get("id").asString() + "/ack", "");
		jdbc.update("update exchange.inbox_entry set alarmed_at = alarmed_at - interval '25 hours' where code = ?", code.value());
		alarm.alarm();
		assertThat(told(code)).isEqualTo(2 * once);
	}

	@Test
	void whileASystemIsDownBothSidesAreToldOnceAnHour() {
		DossierCode first = people.submit("cty.saomai", "discount");
		DossierCode second = people.submit("cty.saomai", "gifts");
		jdbc.update("update exchange.inbox_entry set at = at - interval '61 minutes' where code = ?", first.value());
		alarm.alarm();
		jdbc.update("update exchange.inbox_entry set at = at - interval '61 minutes' where code = ?", second.value());
		alarm.alarm();
		assertThat(told(second)).isZero();
		jdbc.update("update exchange.inbox_entry set alarmed_at = alarmed_at - interval '61 minutes' where alarmed_at is not null");
		alarm.alarm();
		assertThat(told(second)).isPositive();
		for (DossierCode code : List.of(first, second)) {
			system.post("/api/sync/v1/inbox/" + system.inbox(code.value()).getFirst().get("id").asString() + "/ack", "");
		}
	}

	/** Messages in inboxes: letters leave the queue once they are sent. */
	private int told(DossierCode code) {
		return jdbc.queryForObject("select count(*) from notification.inbox where template = 'exchange.notice.late' and arguments ->> 'code' = ?", Integer.class, code.value());
	}

	private int letters(DossierCode code) {
		return jdbc.queryForObject("""
				select (select count(*) from notification.outbox where recipient = 'kythuat@bacninh.example' and arguments ->> 'code' = ?)
					+ (select count(*) from notification.sandbox where recipient = 'kythuat@bacninh.example' and body like '%' || ? || '%')""", Integer.class, code.value(), code.value());
	}

}
