package vn.motcua.reporting.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.DossierCourse;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;

/** A small regime of its own with a form, a table that grows, a narrative and checks, and a report that Kinh Bắc ward owes under it. */
public final class EntryFixture {

	public static final String CLERK = "baocao.kinhbac";

	public static final String PERIOD = "2026-12";

	private static final String REGIME = """
			code: CODE
			owner: van-phong-chinh-phu
			version: 1
			valid_from: 2020-01-01
			period: MONTH
			name: Báo cáo thử nhập liệu | Trial report
			content: Thử | Trial
			legal_basis: Không có
			source: unverified
			subjects: [DISTRICT]
			methods: [system]
			outline: [Tình hình | How it went]
			guidance: Thử | Trial
			rule: {cut_off: decree, working_days: 5, opens_days_before: 29}
			burden: {hours_on_paper: 1, hours_electronic: 1, reports_in_year: 1, source: unverified}
			tables:
			  - code: B1
			    title: Tiếp nhận | Received
			    columns:
			      - {code: C1, path: [Trong kỳ | In the period, Tổng số | Total], indicator: TTHC0100, formula: "sum(TTHC0101{}, TTHC0102{})"}
			      - {code: C2, path: [Trong kỳ | In the period, Trực tuyến | Online], indicator: TTHC0101}
			      - {code: C3, path: [Trong kỳ | In the period, Trực tiếp | At the desk], indicator: TTHC0102}
			      - {code: C4, path: [Từ kỳ trước | Carried over], indicator: TTHC0103, required: false}
			      - {code: DANHGIA, name: Đánh giá | Assessment, kind: choice, choices: [Đạt | Met, Chưa đạt | Not met]}
			      - {code: GHICHU, name: Ghi chú | Note, kind: text}
			    rows:
			      - {code: R1, mark: "1", name: Công thương | Industry and trade, breakdown: LV=G02}
			      - {code: R2, mark: "2", name: Y tế | Health, breakdown: LV=G18, depth: 1, required: false}
			  - code: B2
			    title: Vướng mắc | Obstacles
			    growing: 10
			    columns:
			      - {code: NOIDUNG, name: Nội dung | What, kind: text}
			      - {code: SO, name: Số việc | Cases, kind: number}
			      - {code: LOAI, name: Loại | Kind, kind: choice, choices: [Nặng | Grave, Nhẹ | Light]}
			narratives:
			  - {code: N1, heading: Tình hình | How it went, hint: "Tiếp nhận {TTHC0100[LV=G02]} hồ sơ. | {TTHC0100[LV=G02]} dossiers.", required: true, attachments: true}
			checks:
			  - {code: K1, rule: "TTHC0103[LV=G02] <= TTHC0100[LV=G02]", words: Từ kỳ trước không quá tổng số | Carried over is at most the total, warning: false}
			  - {code: K2, rule: "TTHC0101[LV=G02] < 1000", words: Quá nhiều hồ sơ trực tuyến | Many online dossiers, warning: true}
			  - {code: K3, rule: "@C4 <= 9000", words: Tồn nhiều thì nêu lý do | Say why so many are left, warning: true, asks: B1.GHICHU}
			""";

	private final BeanFactory program;

	private final Regimes regimes;

	private final int number;

	private final String code;

	public final Actor clerk;

	private EntryFixture(BeanFactory program, Regimes regimes, int number, String code, Actor clerk) {
		this.program = program;
		this.regimes = regimes;
		this.number = number;
		this.code = code;
		this.clerk = clerk;
	}

	/** @param code of the regime, each test class its own */
	public static EntryFixture open(BeanFactory program, String code) {
		Regimes regimes = program.getBean(Regimes.class);
		Actor clerk = new DossierCourse(program).actor(CLERK);
		if (regimes.find(new RegimeCode(code)).isEmpty()) {
			load((ListableBeanFactory) program, REGIME.replace("CODE", code));
		}
		int number = regimes.find(new RegimeCode(code)).orElseThrow().number();
		regimes.open(number, PERIOD);
		EntryFixture fixture = new EntryFixture(program, regimes, number, code, clerk);
		program.getBean(JdbcClient.class).sql("""
				insert into reporting.obligation (regime, period, agency, state, receiver, due_at) values (:regime, :period, :agency, 'OPEN', 0, :due) on conflict do nothing""")
			.param("regime", number).param("period", fixture.key().period()).param("agency", clerk.agency().value())
			.param("due", java.time.OffsetDateTime.parse("2026-12-21T17:00:00+07:00")).update();
		return fixture;
	}

	static void load(ListableBeanFactory program, String file) {
		Loading loading = program.getBeansOfType(Loading.class).values().stream().filter(each -> each.takes(file.lines().findFirst().orElseThrow())).findFirst().orElseThrow();
		try {
			var loaded = loading.load(new BufferedReader(new StringReader(file)), false);
			if (!loaded.findings().isEmpty()) {
				throw new IllegalStateException(loaded.findings().toString());
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	public SheetKey key() {
		return new SheetKey(number, regimes.period(number, PERIOD).orElseThrow().period().starts(), clerk.agency());
	}

	/** A workbook that waits to be accepted, with one change and one finding. */
	public java.util.UUID uploaded() {
		WorkbookContent content = new WorkbookContent(
				java.util.List.of(new WorkbookContent.Part("id:" + clerk.agency(), 0, java.util.Map.of(1, "12"), java.util.List.of(), java.util.Map.of(), java.util.Map.of(), java.util.Map.of())),
				java.util.List.of(new WorkbookContent.WorkbookFinding("id", "C9", "workbook-formula", java.util.Map.of())));
		return program.getBean(UploadStore.class).add(key(), "bieu.xlsx", content, clerk);
	}

	/** Wards that owe the report to their province, whose clerk may enter it on their behalf. */
	public java.util.List<SheetKey> owedTo(vn.motcua.kernel.AgencyId province, int wards) {
		vn.motcua.agency.Agencies agencies = program.getBean(vn.motcua.agency.Agencies.class);
		java.util.List<SheetKey> keys = agencies.children(province, vn.motcua.agency.Agency.Level.COMMUNE, regimes.period(number, PERIOD).orElseThrow().period().to()).stream()
			.filter(ward -> !ward.id().equals(clerk.agency())).limit(wards).map(ward -> new SheetKey(number, key().period(), ward.id())).toList();
		keys.forEach(key -> program.getBean(JdbcClient.class).sql("""
				insert into reporting.obligation (regime, period, agency, state, receiver, due_at) values (:regime, :period, :agency, 'OPEN', :receiver, :due) on conflict do nothing""")
			.param("regime", number).param("period", key.period()).param("agency", key.agency().value()).param("receiver", province.value())
			.param("due", java.time.OffsetDateTime.parse("2026-12-21T17:00:00+07:00")).update());
		return keys;
	}

	/** A report that goes to the owner of the regime. */
	void owedToOwner(vn.motcua.kernel.AgencyId agency) {
		program.getBean(JdbcClient.class).sql("""
				insert into reporting.obligation (regime, period, agency, state, receiver, due_at) values (:regime, :period, :agency, 'OPEN', 0, :due) on conflict do nothing""")
			.param("regime", number).param("period", key().period()).param("agency", agency.value()).param("due", java.time.OffsetDateTime.parse("2026-12-21T17:00:00+07:00")).update();
	}

	/** Where an agency enters on behalf of those that report to it. */
	public String behalf(vn.motcua.kernel.AgencyId gatherer) {
		return "/bao-cao/nhap-thay/" + vn.motcua.reporting.ReportAddress.of(regimes, program.getBean(vn.motcua.agency.Agencies.class), new SheetKey(number, key().period(), gatherer)).path();
	}

	/** Where its owner reads what everybody wrote. */
	public String gathered() {
		return behalf(regimes.get(number).owner()).replace("/nhap-thay/", "/tong-hop/") + "/loi";
	}

	/** A workbook of many agencies that waits: one share with a change, one with a finding. */
	public java.util.UUID uploaded(Actor gatherer) {
		ShareStore shares = program.getBean(ShareStore.class);
		java.util.List<SheetKey> wards = owedTo(gatherer.agency(), 2);
		java.util.UUID id = shares.begin(new SheetKey(number, key().period(), gatherer.agency()), "nhieu.xlsx", gatherer);
		for (int at = 0; at < wards.size(); at++) {
			WorkbookContent.Part part = new WorkbookContent.Part("id:" + wards.get(at).agency(), 0, java.util.Map.of(1, "12"), java.util.List.of(), java.util.Map.of(), java.util.Map.of(), java.util.Map.of());
			shares.add(id, at + 1, wards.get(at).agency(), part,
					at == 0 ? java.util.List.of() : java.util.List.of(new WorkbookContent.WorkbookFinding("id", "C9", "workbook-formula", java.util.Map.of())));
		}
		shares.ready(id, java.util.List.of());
		return id;
	}

	public String page() {
		return "/bao-cao/nhap/" + code + "/" + PERIOD + "/id:" + clerk.agency();
	}

	public String api() {
		return "/api/reporting/v1/sheets/" + code + "/" + PERIOD + "/id:" + clerk.agency();
	}

}
