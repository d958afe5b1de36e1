package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** Public pages come from memory for strangers, and only for them. */
@MotCuaTest
class PublicPagesTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private PublicPages pages;

	@Autowired
	private Assets assets;

	@Test
	void keepsAPageForStrangersAndSparesThoseWhoHaveIt() throws Exception {
		HttpResponse<byte[]> first = get("/tro-nang");
		HttpResponse<byte[]> second = get("/tro-nang");
		String tag = second.headers().firstValue("ETag").orElseThrow();
		assertThat(pages.find("vi/tro-nang")).isNotNull();
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.headers().firstValue("Vary")).hasValue("Cookie, Accept-Encoding");
		assertThat(get("/tro-nang", "If-None-Match", tag).statusCode()).isEqualTo(304);
		pages.changed();
		assertThat(pages.find("vi/tro-nang")).isNull();
	}

	@Test
	void servesItCompressedToWhoeverTakesIt() throws Exception {
		String plain = new String(get("/tro-nang").body(), StandardCharsets.UTF_8);
		HttpResponse<byte[]> packed = get("/tro-nang", "Accept-Encoding", "br, gzip");
		assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(unpacked(packed.body())).isEqualTo(plain);
	}

	@Test
	void keepsTheLanguagesApart() throws Exception {
		assertThat(text(get("/tro-nang", "Cookie", "lang=en"))).contains("lang=\"en\"");
		assertThat(text(get("/tro-nang"))).contains("lang=\"vi\"");
		assertThat(get("/tro-nang", "Cookie", "a=b; lang=en").headers().firstValue("Content-Language")).hasValue("en");
		HttpResponse<byte[]> chosen = get("/tro-nang?lang=en");
		assertThat(text(chosen)).contains("lang=\"en\"");
		assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("lang=en");
		assertThat(text(get("/tro-nang?lang=fr"))).contains("lang=\"vi\"");
	}

	@Test
	void noCookieMakesAPageAnotherLanguageForOthers() throws Exception {
		for (String cookie : new String[] { "xlang=en; lang=en", "lang=vi; lang=en", "lang=enx" }) {
			pages.changed();
			get("/tro-nang", "Cookie", cookie);
			assertThat(text(get("/tro-nang"))).as(cookie).contains("lang=\"vi\"");
			assertThat(text(get("/tro-nang", "Cookie", "lang=en"))).as(cookie).contains("lang=\"en\"");
		}
	}

	@Test
	void drawsTheirOwnPageForPeopleWhoAreSignedIn() throws Exception {
		get("/tro-nang");
		Visit lan = Visit.signedIn(port, "lan");
		assertThat(lan.get("/tro-nang").body()).contains("/dang-xuat");
		assertThat(text(get("/tro-nang"))).doesNotContain("/dang-xuat");
		assertThat(lan.get("/tro-nang").headers().firstValue("Cache-Control").orElse("")).contains("no-store");
	}

	@Test
	void neverKeepsAPageWithAForm() throws Exception {
		get("/dang-nhap");
		assertThat(pages.find("vi/dang-nhap")).isNull();
	}

	@Test
	void givesAssetsAnAddressThatNeverChangesItsContent() throws Exception {
		HttpResponse<byte[]> sheet = get(assets.href("site.css"));
		assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
		assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
		assertThat(get(assets.href("site.css"), "If-None-Match", sheet.headers().firstValue("ETag").orElseThrow()).statusCode()).isEqualTo(304);
		assertThat(get("/assets/site.css").headers().firstValue("Cache-Control").orElseThrow()).doesNotContain("immutable");
		assertThat(get("/assets/..%2fapplication.yaml").statusCode()).isBetween(400, 404);
		assertThat(get("/assets/nothing.css").statusCode()).isEqualTo(404);
	}

	@Test
	void sendsTheHeadersThatKeepForeignScriptOut() throws Exception {
		for (String path : new String[] { "/tro-nang", assets.href("site.js"), "/dang-nhap", "/khong-co" }) {
			HttpResponse<byte[]> answer = get(path);
			assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'self'").doesNotContain("unsafe");
			assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
			assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
		}
	}

	private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HTTP.send(request.build(), BodyHandlers.ofByteArray());
	}

	private static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	private static String unpacked(byte[] packed) throws IOException {
		return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
	}

}
