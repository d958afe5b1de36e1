package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.RegimeCode;

/** A regime of a test's own, made of a packaged file. */
public final class PackagedRegime {

	private PackagedRegime() {
	}

	public static void load(BeanFactory program, String file, UnaryOperator<String> change) {
		String text = change.apply(PackagedDesign.files().get(file));
		try {
			assertThat(program.getBean(DesignLoading.class).load(new BufferedReader(new StringReader(text)), false).findings()).isEmpty();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** As if another agency had issued it. */
	public static void issuedBy(BeanFactory program, RegimeCode code, AgencyId owner) {
		program.getBean(JdbcClient.class).sql("update reporting.regime set owner = :owner where code = :code").param("owner", owner.value()).param("code", code.value()).update();
		program.getBean(RegimeStore.class).changed(Instant.now());
		program.getBean(Design.class).changed();
	}

}
