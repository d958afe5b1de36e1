package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.FeeFormula.Formula;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * How one agency, and those under it that say nothing else, offers a procedure (<i>thông tin cung cấp tại đơn vị</i>).
 *
 * @param until last day, {@code null} for no end
 * @param ended true when from {@code from} on the agency has no offer of its own
 */
public record Offer(long id, ProcedureCode code, AgencyId agency, Terms terms, LocalDate from, @Nullable LocalDate until, boolean ended, Instant enteredAt,
		String enteredBy) {

	/**
	 * What the agency says.
	 *
	 * @param level online level, never above that of the service
	 * @param codeSuffix ending of the local code, for example {@code 000.00.00.H26}; empty for none
	 * @param feesVnd base of a fee by its id, where the service allows a local one
	 * @param times time limits by id of the case
	 * @param decisionNumber decision of the agency that publishes this, {@code null} for none
	 */
	public record Terms(int level, String codeSuffix, String deskAddress, String deskHours, Map<String, Long> feesVnd, Map<String, Map<Channel, TimeLimit>> times,
			@Nullable String decisionNumber, @Nullable LocalDate decidedOn) {

		public Terms {
			feesVnd = Map.copyOf(feesVnd);
			times = Map.copyOf(times);
		}

	}

	/** Local code of the procedure (<i>mã thủ tục địa phương</i>). */
	public String localCode() {
		return terms.codeSuffix().isEmpty() ? code.value() : code.value() + "." + terms.codeSuffix();
	}

	public boolean covers(LocalDate on) {
		return !on.isBefore(from) && (until == null || !on.isAfter(until));
	}

	/**
	 * The service as this agency offers it. What the service allows decides also when it was amended after the offer: no longer
	 * time, no fee that may not be local, no higher level.
	 */
	public ServiceVersion applied(ServiceVersion service) {
		return service.offered(Math.min(service.level(), terms.level()), service.cases().stream().map(this::local).toList(), service.fees().stream().map(this::local).toList());
	}

	private ServiceCase local(ServiceCase national) {
		Map<Channel, TimeLimit> limits = new EnumMap<>(national.timeLimit());
		terms.times().getOrDefault(national.id(), Map.of()).forEach((channel, limit) -> limits.computeIfPresent(channel, (same, most) -> limit.within(most) ? limit : most));
		return new ServiceCase(national.id(), national.name(), national.when(), Map.copyOf(limits), national.process());
	}

	private Fee local(Fee national) {
		Long amount = terms.feesVnd().get(national.id());
		Long most = national.localMaxVnd();
		return amount == null || most == null ? national : national.withBase(new Formula(Long.toString(Math.min(amount, most))));
	}

	/** Fees of the service that an offer may set. */
	public static List<Fee> localFees(ServiceVersion service) {
		return new ArrayList<>(service.fees().stream().filter(fee -> fee.localMaxVnd() != null).toList());
	}

}
