package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** Workbooks of 200 MB, on the wire and unpacked: told that they are too large in the reader's language, and nothing of them stays. */
@MotCuaTest
class LargeWorkbookTests {

	private static final int MB = 1 << 20;

	@Autowired
	private BeanFactory program;

	@LocalServerPort
	private int port;

	private Visit clerk;

	private String page;

	@BeforeEach
	void signIn() {
		clerk = Visit.signedIn(port, EntryFixture.CLERK);
		page = EntryFixture.open(program, "THU.NHAP.LON").page();
	}

	@Test
	void twoHundredMegabytesOnTheWireAreReadPastAndRefusedInTheReadersLanguage() throws Exception {
		assertThat(sent("vi")).satisfies(answer -> {
			assertThat(answer.statusCode()).isEqualTo(413);
			assertThat(answer.body()).contains("<html", "nhiều nhất 25 MB");
		});
		assertThat(sent("en").body()).contains("at most 25 MB");
		assertThat(clerk.get(page).statusCode()).isEqualTo(200);
	}

	@Test
	void twoHundredMegabytesUnpackedAreCountedAndRefused() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		rows(packed, Deflater.BEST_SPEED, 200);
		assertThat(packed.size()).isLessThan(24 * MB);
		HttpResponse<String> answer = clerk.upload(page + "/tai-len", Map.of("_csrf", clerk.formToken()), "tep", "lon.xlsx", packed.toByteArray());
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Tệp quá lớn: nhiều nhất 25 MB, và 128 MB khi mở ra");
	}

	private HttpResponse<String> sent(String language) throws Exception {
		String boundary = "----lon";
		String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + clerk.formToken() + "\r\n--" + boundary
				+ "\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"lon.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n";
		String end = "\r\n--" + boundary + "--\r\n";
		long length = head.length() + size() + end.length();
		InputStream body = new SequenceInputStream(java.util.Collections.enumeration(List.of(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), pictures(),
				new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)))));
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page + "/tai-len")).header("Cookie", clerk.cookieHeader() + "; lang=" + language)
			.header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(() -> body), length)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static long size() throws IOException {
		long[] size = { 0 };
		rows(new OutputStream() {

			@Override
			public void write(int one) {
				size[0]++;
			}

			@Override
			public void write(byte[] some, int from, int length) {
				size[0] += length;
			}

		}, Deflater.NO_COMPRESSION, 200);
		return size[0];
	}

	/** A workbook that is large by what nothing packs, as one with photographs is; made while it is sent. */
	private static InputStream pictures() throws IOException {
		PipedInputStream in = new PipedInputStream(MB);
		PipedOutputStream out = new PipedOutputStream(in);
		Thread.startVirtualThread(() -> {
			try (out) {
				rows(out, Deflater.NO_COMPRESSION, 200);
			}
			catch (IOException readerGone) {
				// the server answered before the end
			}
		});
		return in;
	}

	private static void rows(OutputStream out, int level, int megabytes) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		zip.setLevel(level);
		for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
		}
		zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
		byte[] some = new byte[MB];
		if (level == Deflater.NO_COMPRESSION) {
			new Random(7).nextBytes(some);
		}
		for (int mb = 0; mb < megabytes; mb++) {
			zip.write(some);
		}
		zip.finish();
		zip.flush();
	}

}
