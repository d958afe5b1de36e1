package vn.motcua.reporting.formula;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Where a formula reads its figures. */
@FunctionalInterface
public interface Figures {

	/** {@code null} when there is none. */
	@Nullable BigDecimal amount(Reference reference);

}
