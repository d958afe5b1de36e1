package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;

/** Publishing: immutable versions, old ones kept, nothing unsound let in. */
@MotCuaTest
class PublicationsTests {

	private static final ProcedureCode OWN = new ProcedureCode("3.999001");

	@Autowired
	Publications publications;

	@Autowired
	Catalogue catalogue;

	@Autowired
	JdbcClient jdbc;

	@Test
	void publishesANewVersionAndKeepsTheOldOne() throws IOException {
		PublishedVersion first = publications.publish(bundle("Certified copies, first"), Actor.platform());
		PublishedVersion second = publications.publish(bundle("Certified copies, second"), Actor.platform());
		assertThat(second.version()).isEqualTo(first.version() + 1);
		assertThat(catalogue.find(OWN, LocalDate.of(2020, 8, 19))).map(ServiceVersion::id).contains(second.id());
		assertThat(catalogue.get(first.id()).summary().en()).isEqualTo("Certified copies, first");
		assertThatThrownBy(() -> publications.publish(bundle("Certified copies, second"), Actor.platform())).isInstanceOf(ProblemException.class);
	}

	@Test
	void refusesToChangeWhatIsPublished() {
		for (String change : new String[] { "update catalogue.service_version set version = version + 1000", "delete from catalogue.service_version",
				"truncate catalogue.service_version" }) {
			assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
		}
	}

	@Test
	void refusesABundleWithFindings() throws IOException {
		Bundle unsound = bundle("x\"\nlevel: 9\nother: \"");
		assertThatThrownBy(() -> publications.publish(unsound, Actor.platform())).isInstanceOf(BundleRefused.class);
	}

	@Test
	void findsServicesByWordsWithoutAccents() {
		assertThat(catalogue.search("giay khai sinh", 5)).first().extracting(ServiceVersion::code).isEqualTo(new ProcedureCode("1.001193"));
		assertThat(catalogue.search("birth certif", 5)).first().extracting(ServiceVersion::code).isEqualTo(new ProcedureCode("1.001193"));
		assertThat(catalogue.search("\"(*+[", 5)).isEmpty();
	}

	/** The bundle of certified copies under a code of its own and with another English summary. */
	private static Bundle bundle(String summary) throws IOException {
		Bundle shipped = Bundle.of(Path.of("..", "services", "2.000815-chung-thuc-ban-sao"));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String name : shipped.names()) {
				String text = shipped.text(name);
				if (name.equals(Bundle.SERVICE)) {
					text = text.replace("2.000815", OWN.value())
						.replaceFirst("(?m)^summary:(\\R  vi: .*)\\R  en: .*$", "summary:$1\n  en: \"" + java.util.regex.Matcher.quoteReplacement(summary) + "\"");
				}
				zip.putNextEntry(new ZipEntry("bundle/" + name));
				zip.write(text.getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return Bundle.of(bytes.toByteArray());
	}

}
