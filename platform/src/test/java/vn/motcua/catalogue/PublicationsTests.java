package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

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
	void publishesANewVersionAndKeepsTheOldOne() {
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
	void refusesAVersionThatWouldHoldBeforeTheOneItReplaces() {
		String code = "3.999002";
		publications.publish(Bundles.of(code, "Second", text -> text.replaceFirst("valid: \\{from: [0-9-]+}", "valid: {from: 2026-01-15}")), Actor.platform());
		assertThatThrownBy(() -> publications.publish(Bundles.of(code, "Third", text -> text.replaceFirst("valid: \\{from: [0-9-]+}", "valid: {from: 2026-01-14}")), Actor.platform()))
			.isInstanceOfSatisfying(BundleRefused.class, refused -> assertThat(refused.findings()).singleElement()
				.satisfies(finding -> assertThat(finding.toString()).matches("service\\.yaml:\\d+: valid-before-version: .*2026-01-14.* version 1.*2026-01-15.*")));
		assertThat(publications.versions(new ProcedureCode(code))).hasSize(1);
		publications.publish(Bundles.of(code, "Third", text -> text.replaceFirst("valid: \\{from: [0-9-]+}", "valid: {from: 2026-01-15}")), Actor.platform());
		assertThat(publications.versions(new ProcedureCode(code))).as("a correction from the same day").hasSize(2);
	}

	@Test
	void refusesABundleWithFindings() {
		Bundle unsound = bundle("x\"\nlevel: 9\nother: \"");
		assertThatThrownBy(() -> publications.publish(unsound, Actor.platform())).isInstanceOf(BundleRefused.class);
	}

	private static Bundle bundle(String summary) {
		return Bundles.of(OWN.value(), summary);
	}

}
