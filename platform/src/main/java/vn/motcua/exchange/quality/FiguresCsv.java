package vn.motcua.exchange.quality;

import org.jspecify.annotations.Nullable;

/** The list of agencies as a table for spreadsheets. */
final class FiguresCsv {

	/** Some ten thousand agencies. */
	static final int MOST_CHARACTERS = 4 << 20;

	static final String HEAD = "\ufeffagency,name,name_en,last_recorded_at,lines_24h,median_s_24h,p95_s_24h,max_s_24h,lines_7d,median_s_7d,p95_s_7d,max_s_7d,silent_since,dossiers,score,differences\n";

	private FiguresCsv() {
	}

	static String line(AgencyFigures agency) {
		StringBuilder line = new StringBuilder(cell(agency.code())).append(',').append(cell(agency.name().vi())).append(',').append(cell(agency.name().en())).append(',')
			.append(agency.lastRecordedAt()).append(',');
		lag(line, agency.day());
		lag(line, agency.week());
		return line.append(said(agency.silentSince())).append(',').append(agency.score().dossiers()).append(',').append(said(agency.score().value())).append(',')
			.append(agency.score().differences()).append('\n').toString();
	}

	private static void lag(StringBuilder line, Lag lag) {
		line.append(lag.lines()).append(',');
		for (long seconds : new long[] { lag.medianSeconds(), lag.p95Seconds(), lag.mostSeconds() }) {
			line.append(lag.lines() == 0 ? "" : seconds).append(',');
		}
	}

	private static String said(@Nullable Object value) {
		return value == null ? "" : value.toString();
	}

	private static String cell(String text) {
		return text.matches("[^\",;\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

}
