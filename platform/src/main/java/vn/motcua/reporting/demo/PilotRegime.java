package vn.motcua.reporting.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.cli.Loading;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;

/** The regime that Bắc Ninh's communes report under in the demonstration; taken in by the same way as a ministry's file. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class PilotRegime {

	static final RegimeCode CODE = new RegimeCode("VPCP.XA.THANG");

	private static final String FILE = "/vn/motcua/reporting/demo/vpcp-xa-thang.yaml";

	private final Regimes regimes;

	private final List<Loading> loadings;

	PilotRegime(Regimes regimes, List<Loading> loadings) {
		this.regimes = regimes;
		this.loadings = loadings;
	}

	Regime get() {
		return regimes.find(CODE).orElseGet(() -> {
			load();
			return regimes.find(CODE).orElseThrow();
		});
	}

	private void load() {
		try (BufferedReader file = new BufferedReader(new InputStreamReader(Objects.requireNonNull(PilotRegime.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
			String text = file.readAllAsString();
			Loading loading = loadings.stream().filter(one -> one.takes(text.lines().findFirst().orElseThrow())).findFirst().orElseThrow();
			List<String> findings = loading.load(new BufferedReader(new StringReader(text)), false).findings();
			if (!findings.isEmpty()) {
				throw new IllegalStateException(FILE + findings);
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
