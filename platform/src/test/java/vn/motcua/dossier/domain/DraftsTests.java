package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.DossierSlips;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.Submission;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.notification.Notifications;

@MotCuaTest
class DraftsTests {

	@Autowired
	private Drafts drafts;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Files files;

	@Autowired
	private Accounts accounts;

	@Autowired
	private DossierSlips slips;

	@Autowired
	private Notifications notifications;

	@Autowired
	private NoticeReading notices;

	@Autowired
	private org.springframework.jdbc.core.JdbcTemplate jdbc;

	private Actor lan;

	@BeforeEach
	void signIn() {
		lan = accounts.actor(accounts.findByLogin("lan").orElseThrow().id());
		leaveNoDrafts();
	}

	/** Fifty may be open: what this class leaves open others could not open. */
	@AfterEach
	void leaveNoDrafts() {
		drafts.of(lan).forEach(draft -> drafts.discard(draft.id(), lan));
	}

	private StoredFile paper(String name) {
		return files.store(new ByteArrayInputStream(BirthRegistration.PDF), name, Files.Acceptance.ANY);
	}

	private UUID complete() {
		UUID id = drafts.open(lan, BirthRegistration.CODE, BirthRegistration.answers()).id();
		drafts.attach(id, lan, "birth-notice", paper("giay-chung-sinh.pdf"));
		drafts.attach(id, lan, "marriage-certificate", paper("ket-hon.pdf"));
		return id;
	}

	@Test
	void givesNoCodeBeforeEverythingIsThere() {
		UUID id = drafts.open(lan, BirthRegistration.CODE).id();
		assertThat(drafts.check(id, lan)).isNotEmpty();
		assertThatThrownBy(() -> drafts.submit(id, lan)).isInstanceOf(ProblemException.class).hasMessage("dossier.incomplete");
		assertThat(drafts.get(id, lan).submittedAs()).isNull();
	}

	@Test
	void namesEveryMissingPaper() {
		UUID id = drafts.open(lan, BirthRegistration.CODE, BirthRegistration.answers()).id();
		assertThat(drafts.check(id, lan)).extracting(FieldProblem::pointer, FieldProblem::code)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("/files/birth-notice", "dossier.file-required"),
					org.assertj.core.groups.Tuple.tuple("/files/marriage-certificate", "dossier.file-required"));
	}

	@Test
	void submitsOnceHoweverOftenTheButtonIsPressed() throws Exception {
		UUID id = complete();
		assertThat(drafts.check(id, lan)).isEmpty();
		Set<Submission> answers = new HashSet<>();
		try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Submission>> pressed = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				pressed.add(presses.submit(() -> drafts.submit(id, lan)));
			}
			for (Future<Submission> press : pressed) {
				answers.add(press.get());
			}
		}
		assertThat(answers).hasSize(1);
		Submission submission = answers.iterator().next();
		assertThat(drafts.get(id, lan).submittedAs()).isEqualTo(submission.code());
		DossierView dossier = dossiers.get(submission.code(), lan, "own");
		assertThat(dossier.answers().path("child").path("name").asString()).isEqualTo("Trần Gia Huy");
		assertThat(dossier.files()).hasSize(2);
		assertThat(dossier.feesVnd()).isEqualTo(16_000);
		assertThatThrownBy(() -> drafts.patch(id, lan, BirthRegistration.answers(), null)).hasMessage("dossier.already-submitted");
	}

	@Test
	void keepsWhatIsTypedAsAMergePatch() {
		DraftView draft = drafts.open(lan, BirthRegistration.CODE);
		draft = drafts.patch(draft.id(), lan, LedgerJson.readObject("{\"child\": {\"name\": \"An\", \"sex\": \"female\"}}"), draft.version());
		draft = drafts.patch(draft.id(), lan, LedgerJson.readObject("{\"child\": {\"sex\": null}}"), draft.version());
		assertThat(draft.answers().toString()).isEqualTo("{\"child\":{\"name\":\"An\"}}");
		UUID id = draft.id();
		assertThatThrownBy(() -> drafts.patch(id, lan, LedgerJson.readObject("{}"), 1)).hasMessage("common.changed-meanwhile");
	}

	@Test
	void refusesAnswersTheDatabaseCannotKeep() {
		UUID id = drafts.open(lan, BirthRegistration.CODE).id();
		for (String bad : List.of("{\"a\": \"\\u0000\"}", "{\"a\": \"\\ud800\"}", "{\"a\": 1e999}", "{\"a\": " + "[".repeat(40) + "]".repeat(40) + "}", "[1]", "7")) {
			assertThatThrownBy(() -> drafts.patch(id, lan, tools.jackson.databind.json.JsonMapper.builder().build().readTree(bad), null)).as(bad).isInstanceOf(ProblemException.class);
		}
		String large = "{\"a\": \"" + "x".repeat(MergePatch.MOST_BYTES) + "\"}";
		assertThatThrownBy(() -> drafts.patch(id, lan, LedgerJson.readObject(large), null)).hasMessage("dossier.answers-too-large");
	}

	@Test
	void anothersDraftDoesNotExist() {
		UUID id = drafts.open(lan, BirthRegistration.CODE).id();
		Actor hung = accounts.actor(accounts.findByLogin("hung").orElseThrow().id());
		assertThatThrownBy(() -> drafts.get(id, hung)).hasMessage("dossier.draft-not-found");
		assertThatThrownBy(() -> drafts.submit(id, hung)).hasMessage("dossier.draft-not-found");
		assertThatThrownBy(() -> drafts.discard(id, hung)).hasMessage("dossier.draft-not-found");
	}

	@Test
	void refusesMoreThanFiftyOpenDrafts() {
		for (int i = 0; i < 50; i++) {
			drafts.open(lan, BirthRegistration.CODE);
		}
		assertThatThrownBy(() -> drafts.open(lan, BirthRegistration.CODE)).hasMessage("dossier.too-many-drafts");
		assertThat(drafts.of(lan)).hasSize(50);
	}

	@Test
	void applicantIsToldOnceAndGetsSlips() throws Exception {
		DossierCode code = drafts.submit(complete(), lan).code();
		DossierView dossier = dossiers.get(code, lan, "own");
		Actor officer = new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Phạm Thu Hà", null, dossier.summary().agency(),
				Set.of(Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS));
		String digest = dossier.files().getFirst().sha256();
		assertThat(text(DossierSlips.Slip.RECEIPT, dossier)).contains(code.value(), digest).doesNotContain("Mẫusố01");
		dossiers.record(code, new DossierStep.Accept(null), officer);
		dossiers.record(code, new DossierStep.RequestSupplement(List.of(new DossierStep.SupplementItem("birth-notice", "Bản chụp mờ")), "Không đọc được"), officer);
		dossier = dossiers.get(code, lan, "own");
		assertThat(text(DossierSlips.Slip.RECEIPT, dossier)).as("form 01 of Circular 01/2018/TT-VPCP").contains(code.value(), digest, "Mẫusố01", "PhạmThuHà");
		assertThat(text(DossierSlips.Slip.SUPPLEMENT, dossier)).contains("Bảnchụpmờ");
		Instant end = Instant.now().plusSeconds(90);
		while (told(code) < 3 && Instant.now().isBefore(end)) {
			notices.readOn();
		}
		notices.readOn();
		assertThat(told(code)).isEqualTo(3);
	}

	@Test
	void writesToTheApplicantInTheLanguageOfTheAccount() {
		jdbc.update("update identity.account set language = 'en' where id = ?", lan.account());
		try {
			DossierCode code = drafts.submit(complete(), lan).code();
			Actor officer = new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Phạm Thu Hà", null, dossiers.get(code, lan, "own").summary().agency(),
					Set.of(Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE));
			dossiers.record(code, new DossierStep.Accept(null), officer);
			Instant end = Instant.now().plusSeconds(90);
			while (told(code) < 2 && Instant.now().isBefore(end)) {
				notices.readOn();
			}
			assertThat(jdbc.queryForList("select language from notification.outbox where key like ? and channel = 'SMS'", String.class, "dossier:" + code + ":%"))
				.containsExactly("en");
		}
		finally {
			jdbc.update("update identity.account set language = 'vi' where id = ?", lan.account());
		}
	}

	/** The words of a slip without the spaces that lines break at. */
	private String text(DossierSlips.Slip slip, DossierView dossier) throws java.io.IOException {
		try (var pdf = org.apache.pdfbox.Loader.loadPDF(slips.pdf(slip, dossier).orElseThrow())) {
			return new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s", "");
		}
	}

	private long told(DossierCode code) {
		return notifications.inbox(lan.account(), Limit.of(200), null).items().stream().filter(message -> code.value().equals(message.values().get("code"))).count();
	}

}
