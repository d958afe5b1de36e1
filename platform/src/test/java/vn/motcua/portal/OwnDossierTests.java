package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.DossierCourse;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierSlips;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.LedgerAppend;
import vn.motcua.kernel.DossierCode;

/** What a person sees and does with a dossier of their own, and what a stranger sees of its result. */
@MotCuaTest
class OwnDossierTests {

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private LedgerAppend ledger;

	@Autowired
	private DossierSlips slips;

	private DossierCourse course;

	private Visit lan;

	@BeforeEach
	void signIn() {
		course = new DossierCourse(program);
		lan = Visit.signedIn(port, "lan");
	}

	private DossierStatus status(DossierCode code) {
		return dossiers.find(code).orElseThrow().summary().status();
	}

	/** One that has ten working days, which a birth registration has not. */
	private DossierCode longer() {
		DossierEvent first = dossiers.events(course.submitted()).getFirst();
		ObjectNode detail = first.detail().deepCopy();
		detail.putObject("limit").put("amount", 10).put("unit", "WORKING_DAY");
		DossierCode code = new DossierCode(first.code().value().replaceAll("-(\\d+)$", "-9$1"));
		ledger.append(List.of(new DossierEvent(0, code, 1, first.type(), first.status(), first.at(), first.at(), first.actorKind(), first.actorAccount(), first.actorName(),
				first.agency(), first.channel(), null, detail)));
		dossiers.record(code, new DossierStep.Accept(null), course.officer);
		return code;
	}

	/** Decree 61/2018/NĐ-CP art. 19(9). */
	@Test
	void theTimelineSaysInPlainWordsThatTheDateMovedAndWhy() {
		DossierCode code = longer();
		Instant due = dossiers.find(code).orElseThrow().summary().dueAt();
		dossiers.record(code, new DossierStep.Reschedule(due.plus(3, ChronoUnit.DAYS), "Cần xác minh tại nơi sinh"), course.officer);
		String page = lan.get("/ho-so/" + code).body();
		assertThat(page).contains("Cơ quan xin lỗi và hẹn ngày trả mới", "Ngày hẹn chuyển từ", "Cần xác minh tại nơi sinh", "chỉ được hẹn lại một lần");
		assertThat(lan.get("/ho-so/" + code + "?lang=en").body()).contains("The agency apologised and promised a new date");
	}

	@Test
	void answersASupplementWithThePapersThatWereAsked() {
		DossierCode code = course.unclear();
		String path = "/ho-so/" + code + "/bo-sung";
		assertThat(lan.get("/ho-so/" + code).body()).contains("Bản chụp mờ", path);
		String field = lan.get(path).body().replaceAll("(?s).*<input[^>]*type=\"file\"[^>]*name=\"([^\"]+)\".*|.*<input[^>]*name=\"([^\"]+)\"[^>]*type=\"file\".*", "$1$2");
		assertThat(lan.upload(path, Map.of("_csrf", token(path), "action", "send"), "khac", "x.pdf", new byte[0]).statusCode()).as("nothing was uploaded").isEqualTo(422);
		assertThat(status(code)).isEqualTo(DossierStatus.SUPPLEMENT_REQUESTED);
		assertThat(lan.upload(path, Map.of("_csrf", token(path), "action", "send"), field, "ro-hon.pdf", BirthRegistration.PDF).statusCode()).isBetween(302, 303);
		assertThat(status(code)).isEqualTo(DossierStatus.PROCESSING);
		assertThat(dossiers.find(code).orElseThrow().files()).anyMatch(file -> file.name().equals("ro-hon.pdf") && file.round() == 1);
	}

	@Test
	void withdrawsWhatIsNotDecidedYet() {
		DossierCode code = course.submitted();
		assertThat(lan.post("/ho-so/" + code + "/rut", Map.of("reason", "Nộp nhầm nơi")).statusCode()).isBetween(302, 303);
		assertThat(status(code)).isEqualTo(DossierStatus.WITHDRAWN);
		assertThat(Visit.signedIn(port, "hung").get("/ho-so/" + code).statusCode()).as("nobody else's").isEqualTo(404);
	}

	/** Decree 13/2023/NĐ-CP art. 9: who looked, when and what for. */
	@Test
	void seesWhoLookedAndWhatFor() {
		DossierCode code = course.submitted();
		Visit.signedIn(port, "canbo.hoankiem").get("/mot-cua/ho-so/" + code);
		assertThat(lan.get("/tai-khoan/nhat-ky").body()).contains(code.value(), course.officer.name(), "Xem hồ sơ", "Giải quyết hồ sơ");
		assertThat(Visit.signedIn(port, "hung").get("/tai-khoan/nhat-ky").body()).doesNotContain(code.value());
	}

	@Test
	void aStrangerSeesThatAResultIsGenuineBySigningAndThatItWasRevoked() {
		DossierCode code = course.signed();
		String path = "/xac-thuc/" + dossiers.find(code).orElseThrow().result().verificationToken();
		assertThat(new Visit(port).get(path).body()).contains("Kết quả này là thật", course.leader.name()).doesNotContain(course.lan.name());
		dossiers.record(code, new DossierStep.RevokeResult("Sai họ tên mẹ"), course.leader);
		assertThat(new Visit(port).get(path).body()).contains("Kết quả thật nhưng đã bị thu hồi", "Đã thu hồi ngày");
	}

	@Test
	void theReceiptCarriesItsCodeAsQr() throws Exception {
		DossierCode code = course.submitted();
		try (var pdf = Loader.loadPDF(slips.pdf(DossierSlips.Slip.RECEIPT, dossiers.find(code).orElseThrow()).orElseThrow())) {
			BufferedImage sheet = new PDFRenderer(pdf).renderImageWithDPI(0, 300);
			BufferedImage page = sheet.getSubimage(0, 0, sheet.getWidth() / 2, sheet.getHeight() / 4);
			int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
			String read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
					Map.of(DecodeHintType.TRY_HARDER, true)).getText();
			assertThat(read).startsWith(code.value());
		}
	}

	private String token(String path) {
		return lan.get(path).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
	}

}
