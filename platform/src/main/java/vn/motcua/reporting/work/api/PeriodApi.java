package vn.motcua.reporting.work.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.PeriodClosing;
import vn.motcua.reporting.work.PeriodStanding;
import vn.motcua.site.Answers;
import vn.motcua.site.RequestKeys;

/** One period of a regime over everybody who owes, and its closing by the owner. */
@RestController
@RequestMapping("/api/reporting/v1/regimes/{code}/periods/{period}")
@RequiresPermission(Permission.REPORT_VIEW)
class PeriodApi {

	private final Regimes regimes;

	private final PeriodClosing closing;

	private final RequestKeys.Room keys;

	PeriodApi(@Lazy Regimes regimes, PeriodClosing closing, RequestKeys keys) {
		this.regimes = regimes;
		this.closing = closing;
		this.keys = keys.of("reporting");
	}

	/** @param stage planned, open, past_due or closed @param outstanding reports that have not been handed in */
	record Standing(String regime, String period, LocalDate from, LocalDate to, int version, String stage, OffsetDateTime opensAt, OffsetDateTime dueAt, OffsetDateTime onTimeUntil,
			@Nullable OffsetDateTime closedAt, int expected, int sent, int late, int outstanding, int accepted) {

		static Standing of(PeriodStanding standing) {
			Opening opening = standing.opening();
			return new Standing(standing.regime().code().value(), opening.period().code(), opening.period().from(), opening.period().to(), opening.regimeVersion(),
					standing.stage().name().toLowerCase(Locale.ROOT), ReportBody.at(opening.opensAt()), ReportBody.at(opening.dueAt()), ReportBody.at(opening.graceUntil()),
					opening.closedAt() == null ? null : ReportBody.at(opening.closedAt()), standing.counts().expected(), standing.counts().sent(), standing.counts().late(),
					standing.outstanding(), standing.counts().accepted());
		}

	}

	/** @param outstanding how many reports the caller knows are missing; when it is another number nothing is closed */
	record Confirmation(@Nullable Integer outstanding) {
	}

	@GetMapping
	Standing period(@PathVariable String code, @PathVariable String period) {
		return standing(ReportAddress.regime(regimes, code), period);
	}

	@PostMapping("/closing")
	@RequiresPermission(Permission.REPORT_RECEIVE)
	@Answers(body = Standing.class)
	ResponseEntity<?> close(@PathVariable String code, @PathVariable String period, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestBody Confirmation confirmed, @CurrentActor Actor actor) {
		Regime regime = ReportAddress.regime(regimes, code);
		Opening opening = ReportAddress.opening(regimes, regime, period);
		return keys.once(actor, key, "POST " + regime.code() + "/" + opening.period().code() + "/closing " + confirmed,
				() -> {
					closing.close(regime, opening, confirmed.outstanding(), actor);
					return RequestKeys.Answer.ok(standing(regime, period));
				});
	}

	private Standing standing(Regime regime, String period) {
		return Standing.of(closing.standing(regime, ReportAddress.opening(regimes, regime, period)));
	}

}
