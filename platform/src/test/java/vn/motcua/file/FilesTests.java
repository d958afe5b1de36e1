package vn.motcua.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import vn.motcua.MotCuaTest;
import vn.motcua.file.Files.Acceptance;
import vn.motcua.kernel.problem.ProblemException;

/** What is handed in is kept as it was, or refused with the rule. */
@MotCuaTest
class FilesTests {

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

	@Autowired
	Files files;

	@Value("${motcua.data}")
	Path data;

	@Test
	void keepsBytesAndDigest() throws IOException {
		StoredFile stored = files.store(new ByteArrayInputStream(PDF), "C:\\giấy tờ\\giấy chứng sinh.pdf", new Acceptance(1000, List.of("application/pdf")));
		assertThat(stored.name()).isEqualTo("giấy chứng sinh.pdf");
		assertThat(stored.mediaType()).isEqualTo("application/pdf");
		assertThat(stored.sha256()).hasSize(64);
		try (InputStream content = files.open(stored.id())) {
			assertThat(content.readAllBytes()).isEqualTo(PDF);
		}
		assertThat(files.get(List.of(stored.id()))).containsEntry(stored.id(), stored);
	}

	@Test
	void looksAtTheContentNotAtTheName() {
		byte[] program = { 0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
		assertThatThrownBy(() -> files.store(new ByteArrayInputStream(program), "don.pdf", new Acceptance(1000, List.of("application/pdf"))))
			.isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(FileProblem.TYPE_NOT_ACCEPTED));
	}

	@Test
	void refusesWhatIsLargerThanAllowedAndKeepsNothing() throws IOException {
		assertThatThrownBy(() -> files.store(new ByteArrayInputStream(new byte[2001]), "a.pdf", new Acceptance(2000, List.of())))
			.isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(FileProblem.TOO_LARGE));
		try (var left = java.nio.file.Files.list(data.resolve("files/incoming"))) {
			assertThat(left).isEmpty();
		}
	}

	@Test
	void refusesEmptyFilesAndNamesOfNothing() {
		assertThatThrownBy(() -> files.store(InputStream.nullInputStream(), "a.pdf", Acceptance.ANY)).isInstanceOf(ProblemException.class);
		assertThatThrownBy(() -> files.store(new ByteArrayInputStream(PDF), "../..", Acceptance.ANY)).isInstanceOf(ProblemException.class);
	}

}
