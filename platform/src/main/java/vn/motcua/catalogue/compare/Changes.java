package vn.motcua.catalogue.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Difference;
import vn.motcua.catalogue.Difference.Area;
import vn.motcua.kernel.LocalizedText;

/** Collects what differs in one area. */
final class Changes {

	private final Area area;

	private final List<Difference> found;

	Changes(Area area, List<Difference> found) {
		this.area = area;
		this.found = found;
	}

	void value(LocalizedText what, @Nullable LocalizedText before, @Nullable LocalizedText after) {
		Difference difference = new Difference(area, what, before, after);
		if (!Objects.equals(before, after) && !found.contains(difference)) {
			found.add(difference);
		}
	}

	/** A text too long to show both ways, or one that is no text for people: only that it differs. */
	void opaque(LocalizedText what, @Nullable Object before, @Nullable Object after) {
		if (!Objects.equals(before, after)) {
			found.add(new Difference(area, what, null, null));
		}
	}

	/** Things with an id: what is new, what is gone, and what stayed, side by side. */
	<T> void each(List<T> before, List<T> after, Function<T, String> id, Function<T, LocalizedText> name, Function<T, LocalizedText> kind, BiConsumer<T, T> stayed) {
		Map<String, T> old = byId(before, id);
		Map<String, T> young = byId(after, id);
		old.forEach((key, thing) -> {
			if (!young.containsKey(key)) {
				found.add(new Difference(area, kind.apply(thing), name.apply(thing), null));
			}
		});
		young.forEach((key, thing) -> {
			T was = old.get(key);
			if (was == null) {
				found.add(new Difference(area, kind.apply(thing), null, name.apply(thing)));
			}
			else {
				stayed.accept(was, thing);
			}
		});
	}

	/** Texts without ids: those on only one side. */
	void texts(LocalizedText what, List<LocalizedText> before, List<LocalizedText> after) {
		List<LocalizedText> gone = new ArrayList<>(before);
		gone.removeAll(after);
		List<LocalizedText> added = new ArrayList<>(after);
		added.removeAll(before);
		if (gone.size() == 1 && added.size() == 1) {
			value(what, gone.getFirst(), added.getFirst());
			return;
		}
		gone.forEach(text -> found.add(new Difference(area, what, text, null)));
		added.forEach(text -> found.add(new Difference(area, what, null, text)));
	}

	private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
		Map<String, T> byId = new LinkedHashMap<>();
		things.forEach(thing -> byId.putIfAbsent(id.apply(thing), thing));
		return byId;
	}

}
