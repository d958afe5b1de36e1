package vn.motcua;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.catalogue.Bundles;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.PublicationDecision;
import vn.motcua.dossier.Dossiers;
import vn.motcua.identity.oauth.Programs;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.onestop.Consultations;

/** Every page of the program with somebody who may see it and an address that shows it, on dossiers of its own. */
final class PageTour {

	/** @param route as the table of access writes it @param visitor login, empty for a stranger, see {@link #visit} */
	record Stop(String route, String visitor, String path) {

		/** A page that says that there is nothing of the kind. */
		boolean missing() {
			return path.contains("khong-co");
		}

	}

	private static final String LAN = "lan";

	private static final String OFFICER = "canbo.hoankiem";

	private static final String ADMINISTRATOR = "quantri";

	private static final String PROCEDURE_CONTROL = "kstthc.vpcp";

	/** Pages of questions are drawn by one template. */
	private static final int MOST_QUESTIONS = 4;

	private final Dossiers dossiers;

	private final DossierCourse course;

	private final Map<String, Visit> visits = new LinkedHashMap<>();

	private final java.util.ArrayList<Stop> stops = new java.util.ArrayList<>();

	private final int port;

	private final Actor officer;

	private final Actor proposer;

	private final Proposals proposals;

	private final Proposal proposal;

	private final Proposal publication;

	PageTour(BeanFactory program, int port) {
		this.dossiers = program.getBean(Dossiers.class);
		this.course = new DossierCourse(program);
		this.port = port;
		this.officer = course.officer;
		this.proposer = course.actor(PROCEDURE_CONTROL);
		this.proposals = program.getBean(Proposals.class);
		LocalDate today = LocalDate.now(vn.motcua.site.Page.ZONE);
		this.proposal = proposals.proposeAbolition(new ProcedureCode("1.002809"), new PublicationDecision("1/QĐ-BGTVT", today, today.plusDays(30)), proposer);
		this.publication = proposals.propose(Bundles.birth("3.999901", java.util.function.UnaryOperator.identity()), new PublicationDecision("2/QĐ-BTP", today, today.plusDays(30)), proposer);
		strangers();
		applying();
		following(program.getBean(Consultations.class));
		accounts();
		walkIn();
		administration(program.getBean(Programs.class));
		stops.addAll(new SystemsTour(program, port, this::visit).stops());
		vn.motcua.reporting.entry.EntryTour.stops(vn.motcua.reporting.entry.EntryFixture.open(program, "THU.NHAP.DAO"), course.actor("baocao.bacninh"))
			.forEach(each -> stop(each[0], each[1], each[2]));
		vn.motcua.reporting.subscription.BoardTour.stops(program).forEach(each -> stop(each[0], each[1], each[2]));
		stops.addAll(new SharedHouseTour(program, this::visit).stops());
		reports(program);
	}

	private void reports(BeanFactory program) {
		vn.motcua.reporting.work.ReportCourse reports = new vn.motcua.reporting.work.ReportCourse(program);
		vn.motcua.reporting.Regimes.Opening period = reports.period(0);
		String ward = reports.report(period, course.actor("baocao.kinhbac")).path();
		stop("/bao-cao", "baocao.kinhbac", "/bao-cao");
		stop("/bao-cao", "baocao.kinhbac", "/bao-cao?xong=1");
		stop("/bao-cao/den", "baocao.bacninh", "/bao-cao/den");
		stop("/bao-cao/cap-duoi", "baocao.bacninh", "/bao-cao/cap-duoi");
		stop("/bao-cao/theo-doi/{regime}/{period}/{agency}", "baocao.kinhbac", "/bao-cao/theo-doi/" + ward);
		stop("/bao-cao/theo-doi/{regime}/{period}/{agency}", "baocao.bacninh", "/bao-cao/theo-doi/" + ward + "?viec=gia-han");
		stop("/bao-cao/tong-hop/{regime}/{period}/{agency}", "baocao.bacninh", "/bao-cao/tong-hop/" + reports.report(period, course.actor("baocao.bacninh")).path());
		stop("/bao-cao/che-do/{ma}/ky/{ky}", "baocao.vpcp", "/bao-cao/che-do/" + reports.regime().code() + "/ky/" + reports.period(1).period().code());
		stop("/bao-cao/ky-luat", "lanhdao.vpcp", "/bao-cao/ky-luat");
		stop("/bao-cao/ky-luat", "lanhdao.vpcp", "/bao-cao/ky-luat?che-do=" + reports.regime().code() + "&cap=commune&den=" + period.period().to());
		vn.motcua.reporting.regime.RegimeTour.paths(visit("baocao.vpcp")).forEach((route, path) -> stop(route, "baocao.vpcp", path));
	}

	/** Takes back what waits for somebody. */
	void close() {
		proposals.withdraw(proposal.id(), proposer);
		proposals.withdraw(publication.id(), proposer);
	}

	List<Stop> stops() {
		return List.copyOf(stops);
	}

	/** @param visitor a login; what follows a slash tells two sessions of one person apart */
	Visit visit(String visitor) {
		return visits.computeIfAbsent(visitor, login -> login.isEmpty() ? new Visit(port) : Visit.signedIn(port, login.replaceFirst("/.*", "")));
	}

	private void stop(String route, String visitor, String path) {
		stops.add(new Stop(route, visitor, path));
	}

	private void strangers() {
		for (String path : List.of("/", "/dang-ky", "/dang-nhap", "/dang-nhap/ma", "/dich-vu", "/du-lieu-ca-nhan", "/hop-thu-mau", "/huong-dan", "/lien-he", "/quen-mat-khau",
				"/so-do-trang", "/thanh-phan", "/thanh-phan/ban-lam-viec", "/tim-kiem", "/tra-cuu", "/tro-nang")) {
			stop(path, "", path);
		}
		stop("/tim-kiem", "", "/tim-kiem?q=khai+sinh");
		stop("/tim-kiem", "", "/tim-kiem?q=khongcogi");
		stop("/thong-ke/dich-vu", "", "/thong-ke/dich-vu");
		stop("/thong-ke/dich-vu/{figure}", "", "/thong-ke/dich-vu/truc-tuyen");
		stop("/dang-ky/xac-nhan", "", "/dang-ky/xac-nhan?lan=" + UUID.randomUUID());
		stop("/quen-mat-khau/xac-nhan", "", "/quen-mat-khau/xac-nhan?lan=" + UUID.randomUUID());
		stop("/dich-vu/{code}", "", "/dich-vu/1.001193");
		stop("/dich-vu/{code}/bat-dau", "", "/dich-vu/1.001193/bat-dau");
		stop("/linh-vuc/{code}", "", found("", "/dich-vu/1.001193", "(/linh-vuc/[^\"]+)"));
		stop("/su-kien/{id}", "", "/su-kien/having-a-child");
	}

	private void applying() {
		UUID draft = course.draft();
		String tasks = "/ho-so/nhap/" + draft;
		stop("/dich-vu/{code}/bat-dau", LAN, "/dich-vu/1.001193/bat-dau");
		stop("/ho-so/nhap/{id}", LAN, tasks);
		Matcher pages = Pattern.compile(tasks + "/trang/([a-z0-9_-]+)").matcher(visit(LAN).get(tasks).body());
		String first = null;
		int seen = 0;
		while (pages.find()) {
			first = first == null ? pages.group(1) : first;
			seen++;
			if (seen > MOST_QUESTIONS) {
				continue;
			}
			stop("/ho-so/nhap/{id}/trang/{pageId}", LAN, tasks + "/trang/" + pages.group(1));
		}
		stop("/ho-so/nhap/{id}/sua/{pageId}", LAN, tasks + "/sua/" + first);
		stop("/ho-so/nhap/{id}/giay-to/{componentId}", LAN, tasks + "/giay-to/birth-notice");
		stop("/ho-so/nhap/{id}/kiem-tra", LAN, tasks + "/kiem-tra");
		stop("/ho-so/nhap/{id}/huy", LAN, tasks + "/huy");
	}

	private void following(Consultations consultations) {
		DossierCode fresh = course.submitted();
		stop("/ho-so", LAN, "/ho-so");
		stop("/ho-so/{code}", LAN, "/ho-so/" + fresh);
		stop("/ho-so/{code}/da-nop", LAN, "/ho-so/" + fresh + "/da-nop");
		stop("/ho-so/{code}/rut", LAN, "/ho-so/" + fresh + "/rut");
		stop("/tra-cuu", "", "/tra-cuu?ma=" + fresh);
		stop("/lien-thong/so-lieu", OFFICER, "/lien-thong/so-lieu");
		for (String path : List.of("/mot-cua", "/mot-cua?cua-toi=1", "/mot-cua/ton-dong", "/mot-cua/qua-hen", "/mot-cua/lay-y-kien", "/mot-cua/nhap-ho-so", "/mot-cua/thu-tuc", "/mot-cua/xac-nhan-danh-tinh")) {
			stop(path.replaceAll("\\?.*", ""), OFFICER, path);
		}
		atDesk(fresh, "", "tiep-nhan", "tu-choi");
		DossierCode unclear = course.unclear();
		stop("/ho-so/{code}/bo-sung", LAN, "/ho-so/" + unclear + "/bo-sung");
		stop("/ho-so/{code}", LAN, "/ho-so/" + unclear);
		DossierCode asking = course.accepted();
		UUID question = consultations.ask(asking, new Consultations.Question(course.actor("chuyenvien.hanoi").agency(), "Số định danh của trẻ đã cấp chưa?", 2, List.of()), officer);
		atDesk(asking, "", "bo-sung", "dung", "hen-lai", "buoc");
		stop("/mot-cua/ho-so/{code}/hoi-y-kien", OFFICER, "/mot-cua/ho-so/" + asking + "/hoi-y-kien");
		stop("/mot-cua/ho-so/{code}/hoi-y-kien", OFFICER, "/mot-cua/ho-so/" + asking + "/hoi-y-kien?duoi=bo");
		stop("/mot-cua/ho-so/{code}/hoi-y-kien", OFFICER, "/mot-cua/ho-so/" + asking + "/hoi-y-kien?co-quan=" + course.actor("chuyenvien.hanoi").agency());
		stop("/mot-cua/lay-y-kien", "chuyenvien.hanoi", "/mot-cua/lay-y-kien");
		stop("/mot-cua/lay-y-kien/{id}", "chuyenvien.hanoi", "/mot-cua/lay-y-kien/" + question);
		DossierCode done = course.signed();
		stop("/ho-so/{code}", LAN, "/ho-so/" + done);
		stop("/xac-thuc/{token}", "", "/xac-thuc/" + dossiers.find(done).orElseThrow().result().verificationToken());
		stop("/xac-thuc/{token}", "", "/xac-thuc/khong-co-ket-qua-nay");
	}

	private void atDesk(DossierCode code, String... acts) {
		for (String act : acts) {
			stop("/mot-cua/ho-so/{code}", OFFICER, "/mot-cua/ho-so/" + code + (act.isEmpty() ? "" : "?viec=" + act));
		}
	}

	private void accounts() {
		for (String path : List.of("/tai-khoan", "/tai-khoan/dien-thoai", "/tai-khoan/lien-he", "/tai-khoan/ma-truy-cap", "/tai-khoan/mat-khau", "/tai-khoan/nhat-ky", "/thong-bao")) {
			stop(path, LAN, path);
		}
		stop("/tai-khoan/dien-thoai/xac-nhan", LAN, "/tai-khoan/dien-thoai/xac-nhan?lan=" + UUID.randomUUID());
		stop("/tai-khoan/xac-thuc-hai-lop", OFFICER, "/tai-khoan/xac-thuc-hai-lop");
		stop("/tai-khoan", OFFICER, "/tai-khoan");
		stop("/oauth2/consent", "hung", "/oauth2/authorize?response_type=code&client_id=motcua-demo&scope=openid%20dossier&state=s&code_challenge_method=S256"
				+ "&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU&redirect_uri=http%3A%2F%2F127.0.0.1%3A9999%2Fcallback");
	}

	private void walkIn() {
		String applicant = visit(OFFICER).post("/mot-cua/nhap-ho-so", Map.of("thu-tuc", "2.000815")).headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
		String page = visit(OFFICER).post(applicant, Map.of("ten", "Lê Văn Tám", "so", "001085034567", "dien-thoai", "0912345678", "kenh", "desk")).headers()
			.firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
		stop("/mot-cua/nhap-ho-so/{id}/nguoi-nop", OFFICER, applicant);
		stop("/mot-cua/nhap-ho-so/{id}/trang/{pageId}", OFFICER, page);
		stop("/mot-cua/nhap-ho-so/{id}/giay-to", OFFICER, applicant.replace("/nguoi-nop", "/giay-to"));
	}

	private void administration(Programs programs) {
		for (String path : List.of("/quan-tri/don-vi", "/quan-tri/don-vi/nhap", "/quan-tri/nhat-ky", "/quan-tri/tai-khoan", "/quan-tri/ung-dung")) {
			stop(path, ADMINISTRATOR, path);
		}
		stop("/quan-tri/cung-cap", "kstthc.hanoi", "/quan-tri/cung-cap");
		stop("/quan-tri/cung-cap/{code}", "kstthc.hanoi", "/quan-tri/cung-cap/1.001193");
		stop("/quan-tri/tim-kiem", PROCEDURE_CONTROL, "/quan-tri/tim-kiem");
		stop("/quan-tri/dich-vu", PROCEDURE_CONTROL, "/quan-tri/dich-vu");
		stop("/quan-tri/dich-vu/{code}", PROCEDURE_CONTROL, "/quan-tri/dich-vu/1.001193");
		stop("/quan-tri/dich-vu/de-nghi", PROCEDURE_CONTROL, "/quan-tri/dich-vu/de-nghi");
		stop("/quan-tri/dich-vu/de-nghi/{id}", PROCEDURE_CONTROL, "/quan-tri/dich-vu/de-nghi/" + proposal.id());
		stop("/quan-tri/dich-vu/de-nghi/{id}", "lanhdao.kstthc", "/quan-tri/dich-vu/de-nghi/" + proposal.id());
		String bundle = "/quan-tri/dich-vu/de-nghi/" + publication.id();
		stop("/quan-tri/dich-vu/de-nghi/{id}", "lanhdao.kstthc", bundle);
		stop("/quan-tri/dich-vu/de-nghi/{id}/xem-truoc", "lanhdao.kstthc", bundle + "/xem-truoc");
		stop("/quan-tri/dich-vu/de-nghi/{id}/xem-truoc/quy-trinh", "lanhdao.kstthc", bundle + "/xem-truoc/quy-trinh");
		stop("/quan-tri/dich-vu/de-nghi/{id}/xem-truoc/trang/{pageId}/{example}", PROCEDURE_CONTROL, bundle + "/xem-truoc/trang/child/1");
		stop("/quan-tri/dich-vu/de-nghi/{id}/xem-truoc/vi-du/{example}", "lanhdao.kstthc", bundle + "/xem-truoc/vi-du/1");
		stop("/quan-tri/don-vi/{unit}", ADMINISTRATOR, "/quan-tri/don-vi/" + officer.agency());
		stop("/quan-tri/tai-khoan/{id}", ADMINISTRATOR, "/quan-tri/tai-khoan/" + officer.account());
		programs.all().stream().filter(program -> program.clientId().equals("hanoi-demo")).findFirst()
			.ifPresent(program -> stop("/quan-tri/ung-dung/{id}", ADMINISTRATOR, "/quan-tri/ung-dung/" + program.id()));
		String tree = "level,kind,name,code,parent\nprovince,thanh-pho-trung-uong,Hà Nội,01,\n";
		visit(ADMINISTRATOR).get("/quan-tri/don-vi/nhap");
		var preview = visit(ADMINISTRATOR).upload("/quan-tri/don-vi/nhap", Map.of("_csrf", visit(ADMINISTRATOR).formToken(), "ngay", "2030-01-01"), "tep", "don-vi.csv",
				tree.getBytes(StandardCharsets.UTF_8));
		preview.headers().firstValue("Location").ifPresent(location -> stop("/quan-tri/don-vi/nhap/{id}", ADMINISTRATOR, location.replaceFirst("^http://[^/]+", "")));
	}

	private String found(String visitor, String path, String pattern) {
		Matcher matcher = Pattern.compile("href=\"" + pattern).matcher(visit(visitor).get(path).body());
		if (!matcher.find()) {
			throw new AssertionError(path + " links to no " + pattern);
		}
		return matcher.group(1);
	}

}
