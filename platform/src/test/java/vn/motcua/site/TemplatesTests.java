package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.junit.jupiter.api.Test;

/** Every template is compiled into the program, drawn by something, and says what a part takes. */
class TemplatesTests {

	private static final Path TEMPLATES = Path.of("src/main/jte");

	@Test
	void everyTemplateIsCompiledAndFoundByItsName() {
		TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
		assertThat(names()).allSatisfy(name -> assertThat(engine.getParamInfo(name + ".jte")).as(name).isNotNull());
	}

	@Test
	void everyTemplateIsDrawnByAControllerOrAnotherTemplate() {
		String code = texts(Path.of("src/main/java"), ".java") + texts(TEMPLATES, ".jte");
		List<String> unused = names().stream()
			.filter(name -> !code.contains("\"" + name + "\"") && !code.contains("\"" + name.substring(0, name.lastIndexOf('/') + 1) + "\"") && !code.contains("@template." + name.replace('/', '.') + "("))
			.toList();
		assertThat(unused).as("templates that nothing draws").isEmpty();
	}

	/** What the Content-Security-Policy forbids would only be missed in a browser. Slips are drawn as PDF and carry their own styles. */
	@Test
	void noPageCarriesStylesOrScriptOfItsOwn() {
		assertThat(names()).filteredOn(name -> !name.contains("/slip/"))
			.allSatisfy(name -> assertThat(read(TEMPLATES.resolve(name + ".jte"))).as(name).doesNotContain(" style=\"", "<style", " onclick=", "<script>"));
	}

	private static List<String> names() {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter(file -> file.toString().endsWith(".jte"))
				.map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/').replaceAll("\\.jte$", "")).sorted().toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String texts(Path root, String ending) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(file -> file.toString().endsWith(ending)).map(TemplatesTests::read).collect(Collectors.joining("\n"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
