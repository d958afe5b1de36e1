package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Template.Column;

/**
 * Which columns of a table are parts of which: <i>Nam, Nữ</i> under <i>Chia ra</i> are parts of <i>Tổng số</i>, and those under a heading of their own are of
 * the whole that stands under it too.
 */
final class FormParts {

	private static final Pattern AMONG = Pattern.compile("(trong do|chia ra|chia theo|phan theo|bao gom|gom|theo)\\b.*");

	private final List<Column> columns;

	private final FigureNames names;

	/** What each heading names. */
	private final List<Breakdown> named;

	private FormParts(List<Column> columns, FigureNames names) {
		this.columns = columns;
		this.names = names;
		this.named = columns.stream().map(column -> names.breakdown(own(column))).toList();
	}

	/**
	 * A column that is a part.
	 *
	 * @param whole the column it is a part of, {@code null} where the row as a whole has no column
	 */
	record Part(Breakdown breakdown, @Nullable Column whole) {
	}

	/** For each column what it is a part of, the whole of a figure being one too; {@code null} where it has figures of its own. */
	static List<@Nullable Part> of(List<Column> columns, FigureNames names) {
		return new FormParts(columns, names).parts();
	}

	private List<@Nullable Part> parts() {
		List<Integer> wholes = new ArrayList<>();
		for (int at = 0; at < columns.size(); at++) {
			if (named.get(at).whole()) {
				wholes.add(at);
			}
		}
		List<@Nullable Part> parts = new ArrayList<>();
		for (int at = 0; at < columns.size(); at++) {
			parts.add(wholes.size() == columns.size() || columns.size() < 2 ? null : part(at, wholes, parts));
		}
		for (int at : wholes) {
			boolean has = parts.stream().anyMatch(part -> part != null && part.whole() == columns.get(at) && !part.breakdown().whole());
			if (wholes.size() == 1 || has) {
				parts.set(at, new Part(Breakdown.WHOLE, wholes.size() == 1 ? null : columns.get(at)));
			}
		}
		return parts;
	}

	private @Nullable Part part(int at, List<Integer> wholes, List<@Nullable Part> before) {
		if (named.get(at).whole()) {
			return null;
		}
		if (wholes.size() < 2) {
			return new Part(named.get(at), null);
		}
		@Nullable Column whole = whole(at, wholes);
		boolean twice = whole != null && before.stream().anyMatch(part -> part != null && part.whole() == whole && part.breakdown().equals(named.get(at)));
		return whole == null || twice ? null : new Part(named.get(at), whole);
	}

	/** The one under the same heading, else the only one that says it is the whole, else the one before it where its heading says <i>trong đó</i>. */
	private @Nullable Column whole(int at, List<Integer> wholes) {
		List<LocalizedText> path = columns.get(at).path();
		boolean among = path.size() > 1 && AMONG.matcher(RegimeController.folded(path.getFirst().vi())).matches();
		if (path.size() > 1 && !among) {
			List<Integer> same = wholes.stream().filter(one -> columns.get(one).path().size() > 1 && columns.get(one).path().getFirst().equals(path.getFirst())).toList();
			List<Integer> totals = same.stream().filter(this::total).toList();
			return totals.size() == 1 ? columns.get(totals.getFirst()) : same.size() == 1 ? columns.get(same.getFirst()) : null;
		}
		List<Integer> totals = wholes.stream().filter(this::total).toList();
		if (totals.size() == 1) {
			return columns.get(totals.getFirst());
		}
		return among ? wholes.stream().filter(one -> one < at).reduce((_, later) -> later).map(columns::get).orElse(null) : null;
	}

	private boolean total(int at) {
		return names.total(own(columns.get(at)));
	}

	private static String own(Column column) {
		return column.path().getLast().vi();
	}

}
