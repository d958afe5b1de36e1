package vn.motcua.form.importing;

import java.util.List;
import java.util.Map;

import vn.motcua.form.importing.LogicFeel.Operand;
import vn.motcua.form.importing.LogicFeel.Type;

/** The answers of a definition as the expressions of one of its questions name them. */
final class FormioAnswers implements LogicFeel.Answers {

	private final Map<String, FormioItem> items;

	private final FormioItem from;

	FormioAnswers(Map<String, FormioItem> items, FormioItem from) {
		this.items = items;
		this.from = from;
	}

	@Override
	public Operand answer(String path) throws NoFeel {
		String key = path.replaceFirst("^data\\.", "");
		if (key.startsWith("row.")) {
			key = from.group() == null ? key.substring(4) : from.group().key() + "." + key.substring(4);
		}
		FormioItem item = find(key);
		if (item == null) {
			int dot = key.lastIndexOf('.');
			FormioItem box = dot < 0 ? null : find(key.substring(0, dot));
			if (box != null && box.isList()) {
				return new Operand("list contains(" + seen(box) + ", " + LogicFeel.text(key.substring(dot + 1)) + ")", Type.TRUTH, false);
			}
			throw new NoFeel("there is no answer \"" + path + "\"");
		}
		return new Operand(seen(item), type(item), true);
	}

	/** By its path of keys, in the same group and those around it first, or by the end of the path when only one ends so. */
	FormioItem find(String key) {
		for (FormioItem group = from.group(); group != null; group = group.group()) {
			FormioItem near = items.get(group.key() + "." + key);
			if (near != null) {
				return near;
			}
		}
		FormioItem exact = items.get(key);
		if (exact != null) {
			return exact;
		}
		List<FormioItem> ending = items.values().stream().filter(item -> item.key().endsWith("." + key)).toList();
		return ending.size() == 1 ? ending.getFirst() : null;
	}

	String seen(FormioItem item) throws NoFeel {
		String seen = item.seenFrom(from);
		if (seen == null) {
			throw new NoFeel("the answer \"" + item.key() + "\" stands in a group and cannot be seen from here");
		}
		if (FormioQuestion.KINDS_NOT_CARRIED.contains(item.type())) {
			throw new NoFeel("the answer \"" + item.key() + "\" was not carried over");
		}
		return seen;
	}

	static Type type(FormioItem item) {
		return switch (item.type()) {
			case "checkbox" -> Type.TRUTH;
			case "number", "currency" -> Type.NUMBER;
			case "datetime", "day" -> Type.DATE;
			case "selectboxes", "datagrid", "editgrid" -> Type.LIST;
			case "select" -> item.isList() ? Type.LIST : Type.TEXT;
			case "hidden" -> Type.OTHER;
			default -> Type.TEXT;
		};
	}

}
