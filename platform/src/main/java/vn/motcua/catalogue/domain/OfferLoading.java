package vn.motcua.catalogue.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;

/** {@code ./motcua load offers.csv}: all lines of a file, or none. */
@Component
class OfferLoading implements Loading {

	private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

	private final Offers offers;

	private final Agencies agencies;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OfferLoading(Offers offers, Agencies agencies, TransactionTemplate transaction, Clock clock) {
		this.offers = offers;
		this.agencies = agencies;
		this.transaction = transaction;
		this.clock = clock;
	}

	private record Ready(OfferFile.Line line, Agency agency) {
	}

	@Override
	public boolean takes(String beginning) {
		return beginning.replace("\ufeff", "").lines().findFirst().orElse("").strip().equals(OfferFile.HEADER);
	}

	@Override
	public Loaded load(BufferedReader file, boolean dryRun) throws IOException {
		List<String> findings = new ArrayList<>();
		List<Ready> ready = new ArrayList<>();
		try {
			List<Map<String, String>> rows = OfferFile.rows(text(file));
			for (int at = 0; at < rows.size(); at++) {
				check(rows.get(at), at + 2, ready, findings);
			}
		}
		catch (BundleRefused unreadable) {
			unreadable.findings().forEach(finding -> findings.add("line " + finding.line() + ": " + finding.rule() + ": " + finding.message()));
		}
		if (findings.isEmpty() && !dryRun) {
			transaction.executeWithoutResult(_ -> ready.forEach(one -> offers.record(one.line().code(), one.agency().id(), one.line().terms(), one.line().from(), one.line().until(),
					Actor.platform())));
		}
		return new Loaded(ready.size() + " offers", findings);
	}

	private void check(Map<String, String> row, int number, List<Ready> ready, List<String> findings) {
		try {
			OfferFile.Line line = OfferFile.line(row);
			Optional<Agency> agency = agency(line.agency());
			if (agency.isEmpty()) {
				findings.add("line " + number + ": agency: no agency has this code today");
				return;
			}
			List<FieldProblem> problems = offers.check(line.code(), agency.get().id(), line.terms(), line.from(), line.until());
			problems.forEach(problem -> findings.add("line " + number + ": " + problem.pointer().substring(1) + ": " + problem.code() + " " + problem.values()));
			ready.add(new Ready(line, agency.get()));
		}
		catch (IllegalArgumentException wrong) {
			findings.add("line " + number + ": " + wrong.getMessage() + ": cannot be read");
		}
	}

	private Optional<Agency> agency(String code) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		return switch (code.length()) {
			case 2 -> agencies.findByCode(Agency.Level.PROVINCE, code, today);
			case 5 -> agencies.findByCode(Agency.Level.COMMUNE, code, today);
			default -> agencies.findByExchangeCode(code, today);
		};
	}

	private static String text(BufferedReader file) throws IOException {
		String text = file.lines().limit(20_001).collect(Collectors.joining("\n"));
		if (text.length() > MOST_CHARACTERS) {
			throw new IOException("A file of offers has at most 8 MB.");
		}
		return text.startsWith("\ufeff") ? text.substring(1) : text;
	}

}
