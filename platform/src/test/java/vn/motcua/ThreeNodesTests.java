package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.identity.SystemPrograms;

/**
 * The centre, a province and a ministry, each a program with a database of its own on an address of its own. The centre is down while the others
 * begin, and is killed while they work; afterwards it holds every dossier of both, as both hold it.
 */
class ThreeNodesTests {

	private static final String PROMOTION = "2.000033";

	private static final String IMPORT_LICENCE = "1.001419";

	private static final String[] LICENCE_PAPERS = { "business-registration", "contract", "quota-report" };

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

	private static final String MINISTRY = "000.00.00.G02";

	private static final String SYSTEMS = "/quan-tri/lien-thong";

	private static final String CLIENT = "mot-cua-bo";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What both must agree on of a dossier; a line carries milliseconds. */
	private static final String STATES = """
			select code, status, date_trunc('milliseconds', submitted_at) as submitted, date_trunc('milliseconds', accepted_at) as accepted, date_trunc('milliseconds', due_at) as due,
				date_trunc('milliseconds', completed_at) as completed, date_trunc('milliseconds', ended_at) as ended, applicant_subject
			from dossier.dossier where code like '%%%s%%' order by code""";

	/** Of the days that are compared. */
	private static final String LINES = """
			select count(*) from dossier.event where code like '%%%s%%' and (type not in ('ASSIGNED', 'OPINION_ASKED', 'OPINION_GIVEN') or detail -> 'sync' is not null)
				and received_on > (now() at time zone 'Asia/Ho_Chi_Minh')::date - 31""";

	private static final String AGREED = "select coalesce(sum(our_lines), 0) from exchange.day_statement where agency like '%%%s%%' and their_digest = our_digest";

	private static final String DIFFERING = "select count(*) from exchange.day_statement where their_digest <> our_digest";

	@Test
	void theCentreHoldsWhatAProvinceAndAMinistryHoldAlsoAfterItWasDown(@TempDir Path folder) throws Exception {
		int port = Program.freePort();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Program> begun = threads.submit(() -> node(folder, "centre", port, "127.0.0.1", Map.of("MOTCUA_WORK", "false")));
			Future<Program> begunProvince = threads.submit(() -> node(folder, "province", 0, "127.0.0.2", centre(port, "hanoi-demo", "motcua-demo", "H26")));
			Program centre = begun.get();
			Program province = begunProvince.get();
			Program ministry = null;
			try {
				String secret = registered("http://127.0.0.1:" + port);
				ministry = node(folder, "ministry", 0, "127.0.0.3", centre(port, CLIENT, secret, MINISTRY));
				Visit enterpriseAtProvince = Visit.signedIn("http://127.0.0.2:" + province.port(), "cty.saomai");
				Visit enterpriseAtMinistry = Visit.signedIn("http://127.0.0.3:" + ministry.port(), "cty.saomai");
				Visit officer = ministryOfficer("http://127.0.0.3:" + ministry.port());
				submitted(enterpriseAtProvince, PROMOTION);
				accept(officer, submitted(enterpriseAtMinistry, IMPORT_LICENCE, LICENCE_PAPERS));

				centre.kill(true);
				String whileDown = submitted(enterpriseAtProvince, PROMOTION);
				Visit department = Visit.signedIn("http://127.0.0.2:" + province.port(), "motcua.hanoi");
				department.actFor("Công Thương");
				accept(department, whileDown);
				accept(officer, submitted(enterpriseAtMinistry, IMPORT_LICENCE, LICENCE_PAPERS));
				submitted(enterpriseAtMinistry, IMPORT_LICENCE, LICENCE_PAPERS);
				centre = node(folder, "centre", port, "127.0.0.1", Map.of("MOTCUA_WORK", "false"));

				same(folder, "province", "H26", 140);
				same(folder, "ministry", "G02", 3);
				toldOnThePage("http://127.0.0.2:" + province.port(), "http://127.0.0.1:" + port);
			}
			finally {
				centre.close();
				province.close();
				if (ministry != null) {
					ministry.close();
				}
			}
		}
	}

	/** What the province's administrator sees of the centre, on a phone too. */
	private static void toldOnThePage(String province, String centre) {
		Visit administrator = Visit.signedIn(province, "quantri");
		assertThat(administrator.get(SYSTEMS + "?lang=en").body()).contains("The centre’s ledger", centre);
		try (Browser phone = Browser.at(province).phone().as(administrator)) {
			phone.open(SYSTEMS).checkAccessibility();
		}
	}

	private static Program node(Path folder, String name, int port, String address, Map<String, String> settings) throws IOException {
		Map<String, String> all = new HashMap<>(settings);
		all.put("SERVER_ADDRESS", address);
		return Program.start(folder.resolve(name), port, all);
	}

	private static Map<String, String> centre(int port, String client, String secret, String agencies) {
		return Map.of("MOTCUA_CENTRE_URL", "http://127.0.0.1:" + port, "MOTCUA_CENTRE_CLIENT_ID", client, "MOTCUA_CENTRE_CLIENT_SECRET", secret, "MOTCUA_CENTRE_AGENCIES", agencies,
				"MOTCUA_CENTRE_COMPARE_EVERY", "PT3S");
	}

	/** The ministry's administrator registers its platform, the centre approves it, the administrator makes a key. */
	private static String registered(String centre) {
		Visit approving = Visit.signedIn(centre, "quantri");
		officer(approving, "quantri.bct", "0911000777", "AGENCY_ADMINISTRATOR");
		Visit agency = Visit.signedIn(centre, "quantri.bct", "motcua-demo-bct");
		granted(agency.post(SYSTEMS + "/dang-ky", Map.of("ma", CLIENT, "ten", "Một cửa Bộ Công Thương", "nguoiLienHe", "Trần Minh Đức", "thuDienTu", "duc@moit.gov.vn", "dienThoai",
				"024 2220 2222", "mucDich", "Kết nối lên trung tâm", "canCu", "Quyết định 31/2021/QĐ-TTg", "soDong", "50000")));
		String page = SYSTEMS + "/" + SystemPrograms.account(CLIENT);
		granted(approving.post(page, page + "/duyet", Map.of("dongNgay", "100000", "lanPhut", "1000")));
		Matcher secret = Pattern.compile("id=\"ma-bi-mat\" value=\"([^\"]+)\"").matcher(agency.post(page, page + "/khoa", Map.of()).body());
		assertThat(secret.find()).isTrue();
		return secret.group(1);
	}

	private static Visit ministryOfficer(String ministry) {
		officer(Visit.signedIn(ministry, "quantri"), "motcua.bct", "0911000778", "RECEIVER");
		return Visit.signedIn(ministry, "motcua.bct", "motcua-demo-bct");
	}

	/** A new officer with a role at the ministry. */
	private static void officer(Visit administrator, String login, String phone, String role) {
		HttpResponse<String> added = administrator.post("/quan-tri/tai-khoan", Map.of("ten", login, "hoTen", "Trần Minh Đức", "dienThoai", phone, "matKhau", "motcua-demo-bct"));
		granted(added);
		String page = URI.create(added.headers().firstValue("location").orElseThrow()).getPath();
		granted(administrator.post(page, page + "/vai-tro", Map.of("vaiTro", role, "coQuan", MINISTRY)));
	}

	private static void granted(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
	}

	private static String submitted(Visit visit, String service, String... components) throws Exception {
		HttpResponse<String> draft = visit.api("POST", "/api/dossier/v1/drafts", FirstExample.draft(service));
		assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
		String path = "/api/dossier/v1/drafts/" + JSON.readTree(draft.body()).get("id").asString();
		for (String component : components) {
			HttpResponse<String> file = visit.upload(path + "/files", Map.of("component", component, "_csrf", visit.formToken()), "file", component + ".pdf", PDF);
			assertThat(file.statusCode()).as(file.body()).isEqualTo(201);
		}
		HttpResponse<String> submission = visit.api("POST", path + "/submission", "");
		assertThat(submission.statusCode()).as(submission.body()).isEqualTo(201);
		return JSON.readTree(submission.body()).get("code").asString();
	}

	private static void accept(Visit officer, String code) {
		granted(officer.post("/mot-cua/ho-so/" + code, "/mot-cua/ho-so/" + code + "/tiep-nhan", Map.of()));
	}

	/** Until the node holds what it begins with and both have compared all lines and found the same; then the states are the same, dossier by dossier. */
	private static void same(Path folder, String name, String agency, int least) throws Exception {
		try (NodeDatabase node = NodeDatabase.of(folder.resolve(name)); NodeDatabase centre = NodeDatabase.of(folder.resolve("centre"))) {
			await(() -> node.rows(STATES.formatted(agency)).size() >= least && centre.number(AGREED.formatted(agency)) == node.number(LINES.formatted(agency)), () -> name + " and the centre agree: refused "
					+ node.rows("select rule, count(*) from exchange.centre_refusal group by rule") + ", held " + node.rows(LINES.formatted(agency)) + ", agreed "
					+ centre.rows(AGREED.formatted(agency)) + ", checkpoint " + node.rows("select c.tx, c.number, (select max(number) from dossier.event) from dossier.checkpoint c where consumer = 'centre'")
					+ ", compared " + node.rows("select agency, day, lines, differing from exchange.centre_day where differing > 0 or day > current_date - 2") + ", lines at the centre "
					+ centre.rows("select count(*) from dossier.event"));
			assertThat(node.rows("select code, seq, pointer, rule from exchange.centre_refusal")).isEmpty();
			assertThat(centre.number(DIFFERING)).isZero();
			List<String> held = node.rows(STATES.formatted(agency));
			List<String> there = centre.rows(STATES.formatted(agency));
			assertThat(there).hasSameSizeAs(held);
			assertThat(there.stream().filter(row -> !held.contains(row)).toList()).as("what the centre has otherwise").isEmpty();
		}
	}

	private static void await(Callable<Boolean> happened, Callable<String> otherwise) throws Exception {
		long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		while (!happened.call()) {
			if (System.nanoTime() > until) {
				throw new AssertionError(otherwise.call());
			}
			LockSupport.parkNanos(100_000_000);
		}
	}

}
