package vn.motcua;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.PageTour.Stop;
import vn.motcua.exchange.quality.SentLines;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.site.Page;

/** Pages about agencies' own systems: Hà Nội's after it sent something, Bắc Ninh's inbox, one that waits for the centre, and figures of all. */
final class SystemsTour {

	private static final String SYSTEMS = "/quan-tri/lien-thong";

	private static final String CENTRE = "quantri";

	private static final String HANOI = "quantri.hanoi";

	private static final String BAC_NINH = "quantri.bacninh";

	private static final String WAITING = "zz-cho-duyet";

	private static final int DAYS_AGO = 3;

	private final Function<String, Visit> visits;

	private final List<Stop> stops = new ArrayList<>();

	SystemsTour(BeanFactory program, int port, Function<String, Visit> visits) {
		this.visits = visits;
		AgencySystem.hanoi(port).sends("{}");
		SentLines.send(program, port, LocalDate.now(Page.ZONE).minusDays(DAYS_AGO), 12);
	}

	List<Stop> stops() {
		String system = SYSTEMS + "/" + SystemPrograms.account("hanoi-demo");
		stop("", HANOI, SYSTEMS);
		stop("/dang-ky", HANOI, SYSTEMS + "/dang-ky");
		stop("/{id}", HANOI, system);
		stop("/{id}", CENTRE, system);
		stop("/{id}/thu", HANOI, system + "/thu");
		stop("/{id}/cuoc-goi", HANOI, system + "/cuoc-goi");
		stop("/{id}/dong-tu-choi", HANOI, system + "/dong-tu-choi");
		stop("/{id}/cuoc-goi/{number}", HANOI, call(system));
		String inbox = SYSTEMS + "/" + SystemPrograms.account("bacninh-demo") + "/hop-den";
		stop("/{id}/hop-den", BAC_NINH, inbox);
		stop("/{id}/hop-den", CENTRE, inbox);
		stop("/{id}", CENTRE, waiting());
		for (String page : List.of("", "/H26", "/H26/do-tre")) {
			stop("/so-lieu" + page.replace("H26", "{agency}"), CENTRE, SYSTEMS + "/so-lieu" + page);
		}
		stop("/so-lieu/{agency}/dau-hieu/{sign}", CENTRE, SYSTEMS + "/so-lieu/H26/dau-hieu/one-second");
		stop("/doi-soat", CENTRE, SYSTEMS + "/doi-soat?da-khop=1");
		stop("/doi-soat", CENTRE, SYSTEMS + "/doi-soat?chua-doi-soat=1");
		return stops;
	}

	private void stop(String route, String visitor, String path) {
		stops.add(new Stop(SYSTEMS + route, visitor, path));
	}

	/** A system that asks to deliver figures of reports too, for the centre to decide. */
	private String waiting() {
		visits.apply(BAC_NINH).post(SYSTEMS + "/dang-ky", Map.of("ma", WAITING, "ten", "Báo cáo của tỉnh", "nguoiLienHe", "Lê Văn Ba", "thuDienTu", "ba@bacninh.gov.vn", "dienThoai",
				"0243 825 3536", "mucDich", "Gửi số liệu", "canCu", "Nghị định 09/2019/NĐ-CP", "soDong", "5000", "guiBaoCao", "co"));
		return SYSTEMS + "/" + SystemPrograms.account(WAITING);
	}

	private String call(String system) {
		Matcher link = Pattern.compile("href=\"(" + system + "/cuoc-goi/\\d+)\"").matcher(visits.apply(HANOI).get(system + "/cuoc-goi?chiGoi=true").body());
		if (!link.find()) {
			throw new AssertionError("no call is linked to");
		}
		return link.group(1);
	}

}
