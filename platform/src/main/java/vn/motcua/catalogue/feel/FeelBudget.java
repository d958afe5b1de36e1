package vn.motcua.catalogue.feel;

import java.util.Collection;
import java.util.function.Supplier;

import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValString;

import scala.Function1;
import scala.Option;

/**
 * Counts what one evaluation takes: every value looked up costs one, a text or list its length. An evaluation that takes too
 * much, or too long, ends without a value.
 */
final class FeelBudget extends JavaValueMapper {

	private static final long MOST = 2_000_000;

	private static final long LONGEST_NANOS = 1_000_000_000;

	private static final ScopedValue<FeelBudget.Account> ACCOUNT = ScopedValue.newInstance();

	/** What one evaluation has taken. */
	private static final class Account {

		private final long startedAt = System.nanoTime();

		private long spent;

		private void spend(long cost) {
			spent += cost;
			if (spent > MOST || System.nanoTime() - startedAt > LONGEST_NANOS) {
				throw new IllegalStateException("the expression takes too much");
			}
		}

	}

	/** Runs with a new account; an evaluation inside one shares it. */
	static <T> T within(Supplier<T> evaluation) {
		return ACCOUNT.isBound() ? evaluation.get() : ScopedValue.where(ACCOUNT, new Account()).call(evaluation::get);
	}

	@Override
	public Option<Val> toVal(Object value, Function1<Object, Val> inner) {
		if (ACCOUNT.isBound()) {
			ACCOUNT.get().spend(switch (value) {
				case ValString text -> 1 + text.value().length();
				case String text -> 1 + text.length();
				case ValList list -> 1 + list.items().size();
				case Collection<?> list -> 1 + list.size();
				case null, default -> 1;
			});
		}
		return super.toVal(value, inner);
	}

}
