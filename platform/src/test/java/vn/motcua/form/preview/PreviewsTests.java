package vn.motcua.form.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.feel.TerritoryAreas;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.preview.Preview.Place;
import vn.motcua.form.preview.PreviewPages.Drawn;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Assets;
import vn.motcua.site.Page;

/** Everything that ships can be looked at before it is published: each page, process, receipt and result of each example. */
class PreviewsTests {

	/** In points, 7 mm. */
	private static final float MARGIN = 20;

	private static final Path BIRTH = Path.of("..", "services", "1.001193-dang-ky-khai-sinh");

	private final Agencies agencies = Agencies.packaged();

	private final PreviewTools tools = PreviewTools.standing(agencies, (province, district) -> new TerritoryAreas(agencies, Clock.systemUTC()).higher(province, district));

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final Assets assets = new Assets();

	@Test
	void everyExampleOfEveryBundleIsDrawnWhole() throws IOException {
		assertThat(folders().parallelStream().flatMap(folder -> wrong(folder).stream()).toList()).isEmpty();
	}

	@Test
	void theReceiptIsTheSlipOfTheCircular() throws IOException {
		Preview preview = preview(BIRTH);
		String words = words(PreviewPages.paper(preview, 1, PreviewPages.RECEIPT)).replaceAll("\\s+", " ");
		assertThat(words).contains("Mẫu số 01 – Thông tư 01/2018/TT-VPCP", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "[mã số hồ sơ]", preview.service().name().vi(), "09 giờ 00 phút");
		assertThat(preview.examples().getFirst().assessment().components()).filteredOn(asked -> asked.required())
			.allSatisfy(asked -> assertThat(words).contains(asked.component().name().vi()));
	}

	/** Courses have a code, and so has the dossier. */
	@Test
	void everyExampleMeansByANameInARepetitionTheRepetition() throws IOException {
		Preview tuition = preview(Path.of("..", "services", "2.003002-thanh-toan-hoc-phi"));
		PreviewedExample example = tuition.examples().stream().filter(PreviewedExample::filed).findFirst().orElseThrow();
		assertThat(words(PreviewPages.paper(tuition, example.number(), PreviewPages.RESULT)).split(Pattern.quote("[mã số hồ sơ]"), -1)).as("in the note and below the QR code, in no line of a course").hasSize(3);
	}

	@Test
	void aPageCanBeLookedThroughAndSendsNothing() throws IOException {
		Preview preview = preview(BIRTH);
		String at = preview.pages(1).getFirst().id();
		for (int page = 1; page <= preview.pages(1).size(); page++) {
			String html = html(PreviewPages.form(preview, at, 1), Locale.of("vi"));
			assertThat(html.replaceAll("(?s)<header.*?</header>", "")).doesNotContain("<form", "type=\"submit\" tabindex").contains("class=\"govuk-button\" role=\"button\"");
			at = html.replaceAll("(?s).*role=\"button\" href=\"/x/(?:trang/([^/]+)/1|(vi-du/1))\".*", "$1$2");
		}
		assertThat(at).isEqualTo("vi-du/1");
	}

	@Test
	void aRefusedExampleShowsItsProblemsWhereTheyStand() throws IOException {
		Preview preview = preview(BIRTH);
		PreviewedExample refused = preview.examples().stream().filter(example -> !example.filed()).findFirst().orElseThrow();
		assertThat(refused.pages().stream().map(page -> html(PreviewPages.form(preview, page.id(), refused.number()), Locale.ENGLISH))).anyMatch(html -> html.contains("govuk-error-summary"));
		assertThatThrownBy(() -> PreviewPages.paper(preview, refused.number(), PreviewPages.RECEIPT)).isInstanceOf(ProblemException.class);
	}

	@Test
	void aFolderIsServedToThisMachine() throws Exception {
		try (PreviewServer server = new PreviewServer(BIRTH, 0, agencies, tools.areas()); HttpClient client = HttpClient.newHttpClient()) {
			for (String path : List.of("/", "/quy-trinh", "/trang/child/0", "/trang/child/1", "/vi-du/1", "/vi-du/1/giay-tiep-nhan", "/vi-du/1/ket-qua")) {
				assertThat(status(client, server, path)).as(path).isEqualTo(200);
			}
			assertThat(body(client, server, "/")).as("there is nowhere to sign in").doesNotContain("/dang-nhap");
			assertThat(body(client, server, "/trang/child/0?lang=vi")).contains("05/08/2020").doesNotContain("2020-08-05");
			assertThat(body(client, server, "/trang/child/0?lang=en")).contains("5 August 2020");
			for (String path : List.of("/trang/nothing/1", "/trang/child/99", "/vi-du/0", "/vi-du/99", "/vi-du/x", "/vi-du/1/x", "/x/y/z")) {
				assertThat(status(client, server, path)).as(path).isEqualTo(404);
			}
		}
	}

	private static String body(HttpClient client, PreviewServer server, String path) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(), BodyHandlers.ofString()).body();
	}

	private static int status(HttpClient client, PreviewServer server, String path) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(), BodyHandlers.ofByteArray()).statusCode();
	}

	private List<String> wrong(Path folder) {
		Preview preview = preview(folder);
		List<String> wrong = new ArrayList<>();
		for (Locale language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
			complete(html(PreviewPages.index(preview), language), "index", wrong);
			String process = html(PreviewPages.process(preview), language);
			complete(process, "process", wrong);
			if (!process.contains("<rect")) {
				wrong.add("process without steps");
			}
			preview.form().pages().forEach(page -> complete(html(PreviewPages.form(preview, page.id(), 0), language), page.id(), wrong));
		}
		preview.examples().forEach(example -> example.pages()
			.forEach(page -> complete(html(PreviewPages.form(preview, page.id(), example.number()), Locale.of("vi")), page.id() + " " + example.number(), wrong)));
		preview.examples().forEach(example -> papers(preview, example, wrong));
		return wrong.stream().map(one -> folder.getFileName() + ": " + one).toList();
	}

	/** No word is missing, and nothing is drawn without one. */
	private static void complete(String html, String page, List<String> wrong) {
		String words = html.replaceAll("(?s)<head>.*?</head>|<[^>]*>", " ");
		if (words.matches("(?s).*\\b(form|catalogue|site|problem|component)\\.[a-z-]+\\.[a-z].*") || words.contains("null") || words.length() < 300) {
			wrong.add(page + " lacks words");
		}
	}

	private static void papers(Preview preview, PreviewedExample example, List<String> wrong) {
		if (!example.filed()) {
			return;
		}
		for (String word : List.of(PreviewPages.RECEIPT, PreviewPages.RESULT)) {
			try (PDDocument pdf = Loader.loadPDF(PreviewPages.paper(preview, example.number(), word))) {
				Inside inside = new Inside();
				String words = inside.getText(pdf);
				if (words.length() < 200 || words.contains("{{")) {
					wrong.add(word + " " + example.number() + " is not whole: " + words);
				}
				inside.outside.forEach(one -> wrong.add(word + " " + example.number() + " runs over the edge at " + one));
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}
	}

	/** Finds letters that stand outside of the paper or too near its edge to be printed. */
	private static final class Inside extends PDFTextStripper {

		private final TreeSet<String> outside = new TreeSet<>();

		@Override
		protected void writeString(String text, List<TextPosition> letters) throws IOException {
			TextPosition last = letters.getLast();
			if (last.getXDirAdj() + last.getWidthDirAdj() > last.getPageWidth() - MARGIN || letters.getFirst().getXDirAdj() < MARGIN || last.getYDirAdj() > last.getPageHeight() - MARGIN) {
				outside.add(text);
			}
			super.writeString(text, letters);
		}

	}

	private static String words(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	private Preview preview(Path folder) {
		try {
			return new Preview(Bundle.of(folder), tools, new Place("/x", "/p"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private String html(Drawn drawn, Locale language) {
		Map<String, Object> values = new HashMap<>(drawn.values());
		values.put("page", Page.standing(tools.messages(), language, "/", assets));
		StringOutput output = new StringOutput();
		templates.render(drawn.template() + ".jte", values, output);
		return output.toString();
	}

	private static List<Path> folders() throws IOException {
		try (Stream<Path> folders = Files.list(Path.of("..", "services"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

}
