package vn.motcua.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * What a service asks and promises for one set of answers: the case, the papers, the fees, the time.
 *
 * @param caseId {@code null} when no case holds yet for these answers
 */
public record Assessment(@Nullable String caseId, @Nullable TimeLimit timeLimit, List<AskedComponent> components, List<FeeLine> fees) {

	public record AskedComponent(ServiceVersion.Component component, boolean required) {
	}

	/**
	 * A fee that is due, or that would be but for an exemption (then zero).
	 *
	 * @param parts how the amount came about; empty in dossiers from before this was kept
	 */
	public record FeeLine(String feeId, ServiceVersion.Fee.Kind kind, LocalizedText name, long amountVnd, ServiceVersion.Fee.PayAt payAt,
			List<FeePart> parts, @Nullable String legalBasis) {

		public FeeLine {
			parts = parts == null ? List.of() : List.copyOf(parts);
		}

		/** Nothing is due because somebody is exempt. */
		public boolean exempt() {
			return parts.stream().anyMatch(part -> part.kind() == FeePart.Kind.EXEMPTION);
		}

	}

	public long totalVnd() {
		return fees.stream().mapToLong(FeeLine::amountVnd).sum();
	}

}
