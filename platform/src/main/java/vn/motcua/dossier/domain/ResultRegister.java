package vn.motcua.dossier.domain;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierView.ResultView;
import vn.motcua.dossier.Results;
import vn.motcua.dossier.VerifiedResult;
import vn.motcua.kernel.DossierCode;

/** Tokens of results: the month the dossier was received, so that one partition is searched, and 144 random bits. */
@Component
class ResultRegister implements Results {

	private static final Pattern FORM = Pattern.compile("(\\d{4})(\\d{2})-[A-Za-z0-9_-]{24}");

	private final SecureRandom random = new SecureRandom();

	private final LedgerStore store;

	private final DossierViews views;

	ResultRegister(LedgerStore store, DossierViews views) {
		this.store = store;
		this.views = views;
	}

	@Override
	public String newToken(DossierCode code) {
		byte[] bits = new byte[18];
		random.nextBytes(bits);
		YearMonth month = YearMonth.from(code.receivedOn());
		return String.format(Locale.ROOT, "%04d%02d-%s", month.getYear(), month.getMonthValue(), Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	@Override
	public Optional<VerifiedResult> verify(String token) {
		Matcher form = FORM.matcher(token);
		if (!form.matches() || Integer.parseInt(form.group(2)) < 1 || Integer.parseInt(form.group(2)) > 12) {
			return Optional.empty();
		}
		YearMonth month = YearMonth.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
		return store.ofToken(token, month.atDay(1), month.plusMonths(1).atDay(1)).map(this::verified);
	}

	private VerifiedResult verified(DossierState state) {
		ResultView result = java.util.Objects.requireNonNull(state.result());
		String signer = "";
		String revoked = "";
		for (DossierEvent event : store.events(state.code())) {
			signer = event.type() == Type.COMPLETED ? event.actorName() : signer;
			revoked = event.type() == Type.RESULT_REVOKED && event.reason() != null ? event.reason() : revoked;
		}
		return new VerifiedResult(state.code(), views.serviceName(state), views.agencyName(state), signer, result, result.revokedAt() == null ? "" : revoked);
	}

}
