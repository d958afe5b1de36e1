package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Papers of agencies look alike without each template saying so. */
class ResultStyleTests {

	private static final Path SERVICES = Files.isDirectory(Path.of("services")) ? Path.of("services") : Path.of("..", "services");

	@Test
	void putsTheSharedStyleBeforeTheTemplatesOwn() {
		String styled = ResultTemplate.styled("<html><head><title>Giấy</title><style>h1 { font-size: 20pt }</style></head><body><header/></body></html>");
		assertThat(styled).containsSubsequence("<head><style>", "@page { size: A4", ".qr {", "</style>", "<title>Giấy</title>", "<style>h1 { font-size: 20pt }</style>", "<body><header/></body>")
			.containsOnlyOnce("@page");
	}

	@Test
	void leavesATemplateWithoutAHead() {
		assertThat(ResultTemplate.styled("<html><body><header>Giấy</header></body></html>")).isEqualTo("<html><body><header>Giấy</header></body></html>");
	}

	@Test
	void isRepeatedByNoTemplate() throws IOException {
		List<String> shared = ResultTemplate.styled("<head>").lines().filter(line -> line.contains("{")).toList();
		assertThat(shared).hasSizeGreaterThan(5);
		try (Stream<Path> folders = Files.list(SERVICES)) {
			for (Path template : folders.map(folder -> folder.resolve("result.html")).filter(Files::exists).toList()) {
				assertThat(Files.readString(template).lines().map(String::strip)).as(template.toString()).doesNotContainAnyElementsOf(shared);
			}
		}
	}

}
