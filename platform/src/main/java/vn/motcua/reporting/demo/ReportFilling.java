package vn.motcua.reporting.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.calendar.ToldTime;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.analysis.DemoFigures;

/** Fills a report in until it can be put before the leader: figures, what must be told in words, and explanations of what the check warns of. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class ReportFilling {

	private static final String NARRATIVE = "Tình hình ổn định, không có việc đột xuất (nội dung mô phỏng).";

	private static final String EXPLANATION = "Tăng giảm theo mùa (nội dung mô phỏng).";

	private static final int LEAST_S = 120;

	private static final int MORE_S = 900;

	private final Regimes regimes;

	private final Sheets sheets;

	private final ReportTexts texts;

	private final Findings findings;

	ReportFilling(Regimes regimes, Sheets sheets, ReportTexts texts, Findings findings) {
		this.regimes = regimes;
		this.sheets = sheets;
		this.texts = texts;
		this.findings = findings;
	}

	/** As a clerk does, one part after the other with the time that takes, until a moment. */
	void fill(SheetKey key, List<CellChange> figures, Actor clerk, Instant until) {
		Instant words = until.minus(pace(key, "words"));
		Instant rest = words.minus(pace(key, "rest"));
		int half = figures.size() / 2;
		save(key, figures.subList(0, half), clerk, rest.minus(pace(key, "first")));
		save(key, figures.subList(half, figures.size()), clerk, rest);
		ToldTime.at(words, () -> write(key, clerk));
	}

	private void save(SheetKey key, List<CellChange> figures, Actor clerk, Instant at) {
		if (!figures.isEmpty()) {
			ToldTime.at(at, () -> sheets.save(key, figures, ValueSource.TYPED, clerk));
		}
	}

	private void write(SheetKey key, Actor clerk) {
		for (Template.Narrative section : regimes.template(key.regime(), key.period()).narratives()) {
			if (section.required()) {
				texts.narrate(key, section.code(), NARRATIVE, clerk);
			}
		}
		findings.of(key).stream().filter(finding -> finding.blocks() && finding.warning()).forEach(finding -> texts.explain(key, finding.code(), EXPLANATION, clerk));
	}

	private static Duration pace(SheetKey key, String part) {
		return Duration.ofSeconds((long) (LEAST_S + MORE_S * DemoFigures.random(key.agency() + part + key.period())));
	}

}
