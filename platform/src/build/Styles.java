import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import com.sass_lang.embedded_protocol.OutputStyle;

/** Run by the build: compiles one Sass file with Dart Sass. Words: source, folder to look up imports in, target. */
class Styles {

	public static void main(String[] words) throws Exception {
		Path target = Path.of(words[2]);
		try (SassCompiler sass = SassCompilerFactory.bundled()) {
			sass.setLoadPaths(List.of(new File(words[1])));
			sass.setOutputStyle(OutputStyle.COMPRESSED);
			sass.setQuietDeps(true);
			sass.setGenerateSourceMaps(false);
			String css = sass.compileFile(new File(words[0])).getCss();
			Files.createDirectories(target.getParent());
			Files.writeString(target, css);
		}
	}

}
