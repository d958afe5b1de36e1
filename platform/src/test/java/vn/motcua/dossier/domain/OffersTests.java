package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.Bundles;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.OpenDrafts;
import vn.motcua.dossier.Prospect;
import vn.motcua.dossier.Submission;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.calendar.TimeLimit.Unit;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** What a province attaches to a national procedure, and that it is kept to: fees, due dates, desk, page. */
@MotCuaTest
class OffersTests {

	private static final String HEADER = "procedure,agency,level,code_suffix,desk_address,desk_hours,fees,times,decision,decided_on,valid_from,valid_until\n";

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Offers offers;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Publications publications;

	@Autowired
	private Agencies agencies;

	@Autowired
	private WorkingCalendars calendars;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Files files;

	@Autowired
	private List<Loading> loadings;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private final LocalDate today = LocalDate.now(Page.ZONE);

	private AgencyId hanoi;

	private Actor contact;

	private Actor minh;

	@BeforeEach
	void people() {
		hanoi = agencies.findByCode(Agency.Level.PROVINCE, "01", today).orElseThrow().id();
		contact = new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Tạ Minh Châu", null, hanoi, Set.of(Permission.SERVICE_OFFER));
		minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		OpenDrafts.discard(program, minh);
	}

	@Test
	void feesAndDueDateFollowTheOfferOfTheProvince() {
		ProcedureCode code = published("3.999401");
		Offer.Terms terms = terms(4, Map.of("late-registration", 6_000L), Map.of("late", Map.of(Channel.ONLINE, new TimeLimit(4, Unit.WORKING_HOUR))));
		offers.record(code, hanoi, terms, today, null, contact);
		UUID id = late(code);
		Prospect prospect = drafts.prospect(drafts.get(id, minh));
		assertThat(prospect.offer()).isNotNull();
		assertThat(prospect.assessment().totalVnd()).as("local fee and two extracts").isEqualTo(22_000);
		Submission sent = drafts.submit(id, minh);
		assertThat(sent.dueAt()).isEqualTo(calendars.national().due(sent.submittedAt().atZone(Page.ZONE), new TimeLimit(4, Unit.WORKING_HOUR)).toInstant());
		assertThat(dossiers.find(sent.code()).orElseThrow().feesVnd()).isEqualTo(22_000);
		offers.end(code, hanoi, today, contact);
		assertThat(drafts.prospect(drafts.get(late(code), minh)).assessment().totalVnd()).as("the table's fee again").isEqualTo(21_000);
	}

	@Test
	void anExemptPersonPaysNothingWhereverTheFeeIsLocal() {
		ProcedureCode code = published("3.999402");
		offers.record(code, hanoi, terms(4, Map.of("late-registration", 6_000L), Map.of()), today, null, contact);
		UUID id = late(code);
		drafts.patch(id, minh, LedgerJson.readObject("{\"exempt\": true, \"extracts\": {\"wanted\": false, \"count\": null}}"), null);
		assertThat(drafts.prospect(drafts.get(id, minh)).assessment().totalVnd()).isZero();
	}

	@Test
	void refusesWhatTheNationalProcedureDoesNotAllow() {
		ProcedureCode code = published("3.999403");
		assertThat(wrong(code, terms(4, Map.of(), Map.of("late", Map.of(Channel.ONLINE, new TimeLimit(2, Unit.WORKING_DAY)))))).containsExactly("/times/late/online catalogue.offer-time");
		assertThat(wrong(code, terms(4, Map.of(), Map.of("late", Map.of(Channel.ONLINE, new TimeLimit(1, Unit.CALENDAR_DAY)))))).containsExactly("/times/late/online catalogue.offer-time");
		assertThat(wrong(code, terms(4, Map.of("extract", 1_000L), Map.of()))).containsExactly("/fees/extract catalogue.offer-fee");
		assertThat(wrong(code, terms(4, Map.of("late-registration", 8_001L), Map.of()))).containsExactly("/fees/late-registration catalogue.offer-fee-amount");
		assertThat(wrong(code, terms(2, Map.of(), Map.of()))).containsExactly("/level catalogue.offer-level");
		assertThat(wrong(code, new Offer.Terms(4, "H26", "\u0000", "", Map.of(), Map.of("other", Map.of(Channel.POST, new TimeLimit(1, Unit.MONTH))), "x", today.plusDays(1))))
			.containsExactlyInAnyOrder("/deskAddress catalogue.offer-text", "/deskHours catalogue.offer-text", "/codeSuffix catalogue.offer-suffix",
					"/times/other/post catalogue.offer-case", "/decisionNumber catalogue.decision-number", "/decidedOn catalogue.decided-on");
		assertThatThrownBy(() -> offers.record(code, hanoi, terms(2, Map.of(), Map.of()), today, today.minusDays(1), contact)).isInstanceOf(ProblemException.class);
	}

	@Test
	void officersKeepTheOffersOfTheirOwnPlaceOnly() {
		ProcedureCode code = published("3.999404");
		AgencyId elsewhere = agencies.all(Agency.Level.PROVINCE, today).stream().map(Agency::id).filter(id -> !id.equals(hanoi)).findFirst().orElseThrow();
		assertThatThrownBy(() -> offers.record(code, elsewhere, terms(4, Map.of(), Map.of()), today, null, contact)).hasMessage("common.not-found");
		AgencyId commune = agencies.children(hanoi, Agency.Level.COMMUNE, today).getFirst().id();
		offers.record(code, hanoi, terms(4, Map.of(), Map.of()), today, null, contact);
		Offer own = offers.record(code, commune, new Offer.Terms(3, "", "Số 1 phố Hàng Khay", "Sáng thứ Hai", Map.of(), Map.of(), null, null), today, null, contact);
		assertThat(offers.find(code, commune, today)).map(Offer::id).as("its own before the province's").contains(own.id());
		AgencyId other = agencies.children(hanoi, Agency.Level.COMMUNE, today).get(1).id();
		assertThat(offers.find(code, other, today)).map(Offer::agency).contains(hanoi);
		assertThat(offers.find(code, elsewhere, today)).isEmpty();
		assertThat(new Visit(port).get("/api/catalogue/v1/services/" + code + "/offers?limit=1").body()).contains("\"next\":\"");
	}

	@Test
	void theSameAtOnceIsOneRow() throws Exception {
		ProcedureCode code = published("3.999405");
		Offer.Terms terms = terms(4, Map.of(), Map.of());
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Offer>> same = java.util.Collections.nCopies(8, () -> offers.record(code, hanoi, terms, today, null, contact));
			assertThat(threads.invokeAll(same).stream().map(one -> one.resultNow().id()).distinct()).hasSize(1);
		}
		assertThat(jdbc.sql("select count(*) from catalogue.offer where code = :code").param("code", code.value()).query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void aFileIsTakenInWholeOrNotAtAll() throws IOException {
		ProcedureCode code = published("3.999406");
		String good = code + ",01,4,000.00.00.H26,\"Số 12 Lê Lai\",Giờ hành chính,late-registration=5000,late.online=4 working-hour,45/2026/QĐ-UBND," + today + "," + today + ",\n";
		assertThat(load(HEADER + good + code + ",01,9,,x,y,extract=5,late.online=9 month,,,bad,\n", false)).anyMatch(finding -> finding.startsWith("line 3: valid_from"));
		assertThat(load(HEADER + code + ",01,4,,Số 12 Lê Lai,Giờ hành chính,,late.online=9 working-day,,," + today + ",\n", false))
			.anyMatch(finding -> finding.startsWith("line 2: times/late/online: catalogue.offer-time"));
		assertThat(all(code)).isEmpty();
		assertThat(load(HEADER + good, true)).isEmpty();
		assertThat(all(code)).as("only tried").isEmpty();
		assertThat(load(HEADER + good, false)).isEmpty();
		assertThat(all(code)).hasSize(1).first().satisfies(offer -> assertThat(offer.localCode()).isEqualTo(code + ".000.00.00.H26"));
	}

	/** Every commune of the country, each with two offers by day: 6,642 rows of one procedure, undone since an offer can never be deleted. */
	@Test
	void noAgencyIsTooMany() {
		ProcedureCode code = published("3.999408");
		transaction.executeWithoutResult(undone -> {
			undone.setRollbackOnly();
			everyCommuneOffers(code);
		});
	}

	private void everyCommuneOffers(ProcedureCode code) {
		List<AgencyId> communes = agencies.all(Agency.Level.PROVINCE, today).stream()
			.flatMap(province -> agencies.children(province.id(), Agency.Level.COMMUNE, today).stream()).map(Agency::id).toList();
		jdbc.sql("""
				insert into catalogue.offer (code, agency, level, code_suffix, desk_address, desk_hours, fees, times, valid_from, ended, entered_at, entered_by, enterer_name)
				select :code, agency, 4, '', 'Số 1 phố Hàng Khay', 'Sáng thứ Hai', '{}', '{}', day, false, now(), :by, 'Tạ Minh Châu'
				from unnest(string_to_array(:agencies, ',')::int[]) agency, (values (:before), (:since)) of (day)
				""").param("code", code.value()).param("by", UUID.randomUUID()).param("before", today.minusDays(9)).param("since", today.minusDays(3))
			.param("agencies", communes.stream().map(id -> String.valueOf(id.value())).collect(java.util.stream.Collectors.joining(","))).update();
		assertThat(communes).hasSizeGreaterThan(3_000).allSatisfy(id -> assertThat(offers.find(code, id, today)).map(Offer::agency).contains(id));
		AgencyId last = communes.stream().max(java.util.Comparator.comparingInt(AgencyId::value)).orElseThrow();
		assertThat(offers.own(code, last, today)).isPresent();
		assertThat(all(code)).extracting(Offer::agency).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(communes);
	}

	/** All of them, page by page. */
	private List<Offer> all(ProcedureCode code) {
		List<Offer> all = new ArrayList<>();
		Slice<Offer> part = offers.of(code, today, new Limit(Limit.MOST), null);
		all.addAll(part.items());
		while (part.next() != null) {
			part = offers.of(code, today, new Limit(Limit.MOST), part.next());
			all.addAll(part.items());
		}
		return all;
	}

	@Test
	void peopleSeeItOnThePageOfTheServiceAndOfficersKeepItThroughPages() {
		ProcedureCode code = published("3.999407");
		Visit officer = Visit.signedIn(port, "kstthc.hanoi");
		String here = "/quan-tri/cung-cap/" + code;
		// what was published a moment ago is found within a second: meanwhile the index before it answers
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(officer.get("/quan-tri/cung-cap?q=" + code).body()).contains(here, "Theo").doesNotContain("catalogue."));
		Map<String, String> fields = new java.util.HashMap<>(Map.of("dia-chi", "Số 79 Đinh Tiên Hoàng", "gio", "Thứ Hai đến thứ Sáu", "muc", "4", "duoi-ma", "000.00.00.H26", "phi.late-registration", "7.000",
				"thoi-han.late.desk", "3"));
		fields.putAll(Map.of("tu-ngay-day", "" + today.getDayOfMonth(), "tu-ngay-month", "" + today.getMonthValue(), "tu-ngay-year", "" + today.getYear()));
		assertThat(officer.post(here, fields).body()).contains("href=\"#thoi-han-late-desk\"", "Không được dài hơn thời hạn chung");
		fields.put("thoi-han.late.desk", "1");
		assertThat(officer.post(here, fields).statusCode()).isEqualTo(302);
		assertThat(officer.get(here).body()).contains("Tạ Minh Châu", "Số 79 Đinh Tiên Hoàng").doesNotContain("catalogue.");
		String page = new Visit(port).get("/dich-vu/" + code).body();
		assertThat(page).contains("Số 79 Đinh Tiên Hoàng", code + ".000.00.00.H26", "7.000 đồng", "1 giờ làm việc");
		assertThat(new Visit(port).get("/dich-vu/" + code + ".000.00.00.H26").statusCode()).isEqualTo(302);
		assertThat(new Visit(port).get("/api/catalogue/v1/services/" + code + "/offers").body()).contains("\"late-registration\":7000");
		assertThat(Visit.signedIn(port, "canbo.hoankiem").get("/mot-cua/thu-tuc?q=" + code).body()).contains("Số 79 Đinh Tiên Hoàng");
		assertThat(Visit.signedIn(port, "canbo.hoankiem").get("/quan-tri/cung-cap").statusCode()).isEqualTo(403);
		assertThat(officer.get(here + "?don-vi=999999999").statusCode()).isEqualTo(404);
		assertThat(officer.post(here, here + "/ket-thuc", Map.of("ket-thuc-day", "x")).statusCode()).isEqualTo(422);
	}

	private List<String> load(String text, boolean dryRun) throws IOException {
		Loading loading = loadings.stream().filter(one -> one.takes(HEADER.strip())).findFirst().orElseThrow();
		return loading.load(new BufferedReader(new StringReader(text)), dryRun).findings();
	}

	private List<String> wrong(ProcedureCode code, Offer.Terms terms) {
		List<FieldProblem> problems = new ArrayList<>(offers.check(code, hanoi, terms, today, null));
		return problems.stream().map(problem -> problem.pointer() + " " + problem.code()).toList();
	}

	private static Offer.Terms terms(int level, Map<String, Long> fees, Map<String, Map<Channel, TimeLimit>> times) {
		return new Offer.Terms(level, "", "Số 79 Đinh Tiên Hoàng", "Thứ Hai đến thứ Sáu, 07:30–17:00", fees, times, null, null);
	}

	private ProcedureCode published(String code) {
		publications.publish(Bundles.birth(code, UnaryOperator.identity()), Actor.platform());
		return new ProcedureCode(code);
	}

	/** A birth a hundred days ago, with two extracts. */
	private UUID late(ProcedureCode code) {
		ObjectNode answers = BirthRegistration.answers();
		((ObjectNode) answers.get("child")).put("birth_date", today.minusDays(100).toString());
		UUID id = drafts.open(minh, code, answers).id();
		for (String component : List.of("birth-notice", "marriage-certificate")) {
			drafts.attach(id, minh, component, files.store(new ByteArrayInputStream(BirthRegistration.PDF), component + ".pdf", Files.Acceptance.ANY));
		}
		return id;
	}

}
