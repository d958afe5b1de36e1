package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.catalogue.PublicationFigures.AgencyFigures;
import vn.motcua.catalogue.PublicationFigures.Count;
import vn.motcua.catalogue.PublicationFigures.Figure;
import vn.motcua.catalogue.PublicationFigures.Line;
import vn.motcua.catalogue.PublicationFigures.RecordPart;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.site.Page;

/** Every figure agrees with the lines behind it, and everybody can read both. */
@MotCuaTest
class PublicationFiguresTests {

	@LocalServerPort
	int port;

	@Autowired
	PublicationFigures figures;

	@Autowired
	Proposals proposals;

	private final LocalDate today = LocalDate.now(Page.ZONE);

	@Test
	void linesAddUpToTheFigureAndSayWhy() {
		ProcedureCode late = decided("3.999501", today.minusDays(40), today.minusDays(1));
		ProcedureCode early = decided("3.999502", today.minusDays(1), today.plusDays(40));
		List<Line> decisions = all(Figure.DECIDED_IN_TIME, "G15");
		assertThat(decisions).filteredOn(line -> line.code().equals(late)).singleElement().satisfies(line -> assertThat(line.met()).isTrue());
		assertThat(all(Figure.ENTERED_IN_TIME, "G15")).filteredOn(line -> line.code().equals(late)).singleElement().satisfies(line -> {
			assertThat(line.met()).isFalse();
			assertThat(line.days().limitDays()).isEqualTo(10);
		});
		assertThat(all(Figure.ENTERED_IN_TIME, "G15")).filteredOn(line -> line.code().equals(early)).singleElement().matches(Line::met);
		List<Line> records = all(Figure.COMPLETE, null);
		assertThat(records).filteredOn(line -> line.code().equals(late)).singleElement().satisfies(line -> assertThat(line.missing()).doesNotContain(RecordPart.DECISION));
		assertThat(records).filteredOn(line -> line.code().value().equals("1.001193")).singleElement()
			.satisfies(line -> assertThat(line.missing()).contains(RecordPart.DECISION, RecordPart.VERIFIED));
		for (Figure figure : Figure.values()) {
			List<Line> lines = all(figure, null);
			assertThat(figures.summary(today, new Limit(1), null).total().get(figure)).as(figure.name()).isEqualTo(new Count(lines.stream().filter(Line::met).count(), lines.size()));
		}
	}

	/** Every commune may publish offers of its own, so the list of agencies is read in parts. */
	@Test
	void agenciesComeInPartsWithTheMinistriesFirst() {
		List<String> whole = figures.summary(today, new Limit(Limit.MOST), null).agencies().items().stream().map(AgencyFigures::agency).toList();
		List<String> inParts = new ArrayList<>();
		String after = null;
		do {
			Slice<AgencyFigures> part = figures.summary(today, new Limit(2), after).agencies();
			assertThat(part.items()).hasSizeLessThanOrEqualTo(2);
			part.items().forEach(agency -> inParts.add(agency.agency()));
			after = part.next();
		}
		while (after != null);
		assertThat(inParts).containsExactlyElementsOf(whole).doesNotHaveDuplicates().hasSizeGreaterThan(4);
		assertThat(inParts.getFirst()).matches("[A-Z].*");
		Visit stranger = new Visit(port);
		String next = stranger.get("/api/catalogue/v1/statistics?limit=1").body().replaceFirst("(?s).*\"next\":\"([^\"]+)\".*", "$1");
		assertThat(stranger.get("/api/catalogue/v1/statistics?limit=1&after=" + next).body()).contains("\"agency\":\"" + whole.get(1) + "\"").doesNotContain("\"agency\":\"" + whole.getFirst() + "\"");
		assertThat(stranger.get("/thong-ke/dich-vu?sau=" + next).body()).doesNotContain("co-quan=" + whole.getFirst() + "\"").contains("co-quan=" + whole.get(1) + "\"");
		assertThat(stranger.get("/thong-ke/dich-vu?sau=x").statusCode()).isEqualTo(422);
	}

	@Test
	void everybodyReadsThePageAndTheInterface() {
		Visit stranger = new Visit(port);
		assertThat(stranger.get("/thong-ke/dich-vu").body()).contains("Thống kê công bố dịch vụ", "/thong-ke/dich-vu/truc-tuyen").doesNotContain("catalogue.");
		for (String figure : List.of("thu-tuc", "truc-tuyen", "cong-bo-dung-han", "cap-nhat-dung-han", "day-du")) {
			assertThat(stranger.get("/thong-ke/dich-vu/" + figure + "?lang=en").body()).as(figure).doesNotContain("catalogue.");
		}
		assertThat(new Visit(port).get("/thong-ke/dich-vu/day-du?co-quan=G15").body()).contains("Đăng ký khai sinh");
		assertThat(stranger.get("/thong-ke/dich-vu/khac").statusCode()).isEqualTo(404);
		assertThat(stranger.get("/thong-ke/dich-vu/day-du?co-quan=%3Cb%3E").statusCode()).isEqualTo(404);
		HttpResponse<String> summary = stranger.get("/api/catalogue/v1/statistics");
		assertThat(summary.body()).contains("\"online\"", "\"lines\":\"/api/catalogue/v1/statistics/complete?agency=G15\"");
		assertThat(stranger.get("/api/catalogue/v1/statistics/complete?agency=G15&limit=1").body()).contains("\"next\"");
		assertThat(stranger.get("/api/catalogue/v1/statistics/complete?after=x").statusCode()).isEqualTo(422);
		assertThat(stranger.get("/api/catalogue/v1/statistics/complete?agency=%27").statusCode()).isEqualTo(422);
	}

	private List<Line> all(Figure figure, String agency) {
		List<Line> all = new ArrayList<>();
		String after = null;
		do {
			Slice<Line> slice = figures.lines(figure, agency, today, new Limit(3), after);
			all.addAll(slice.items());
			after = slice.next();
		}
		while (after != null);
		return all;
	}

	private ProcedureCode decided(String code, LocalDate decidedOn, LocalDate effectiveOn) {
		Proposal proposal = proposals.propose(Bundles.of(code, "Counted"), PublicationDecision.of("500/QĐ-BTP", decidedOn, effectiveOn, today), officer(Permission.SERVICE_PUBLISH));
		proposals.approve(proposal.id(), officer(Permission.SERVICE_APPROVE));
		return new ProcedureCode(code);
	}

	private static Actor officer(Permission permission) {
		return new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Đặng Hữu Phúc", null, null, Set.of(permission));
	}

}
