import { asked } from "asset:sheet/cells.js";
import { worded } from "asset:sheet/words.js";

// What the clerk changed, step by step, to be taken back and done again.
export const changes = sheet => {
	const { words, fill, say, shown } = sheet, undone = [], done = [];
	const held = (cell, content) => sheet.hold(cell.name, { kind: "WORDS", code: cell.name.slice(2), content, version: sheet.seen(cell.name) });
	// Words are saved while they are written.
	sheet.written = cell => {
		if (cell.input.tagName !== "TEXTAREA") { sheet.commit(cell); return; }
		held(cell, cell.input.value.trim());
		sheet.keep();
		sheet.soon(1000);
	};
	sheet.put = (cell, value, seen = sheet.version) => {
		cell.value = value;
		cell.input.value = cell.show(value);
		if (cell.words) { held(cell, value); return; }
		sheet.disputed.delete(cell.place);
		sheet.waiting.set(cell.place, { value, version: seen });
	};
	// refused: cells of a paste that hold what they cannot take; taking it back empties them too.
	sheet.change = (list, remember = true, refused = []) => {
		const steps = list.filter(([cell, value]) => cell.value !== value).map(([cell, value]) => ({ cell, before: cell.value, after: value }));
		list.forEach(([cell]) => { if (!sheet.claimed.has(cell.name)) say(cell, ""); cell.input.value = cell.show(cell.value); });
		if (steps.length + refused.length === 0) return;
		if (remember) { done.push(Object.assign(steps, { refused })); undone.length = 0; if (done.length > 200) done.shift(); }
		if (steps.length === 0) return;
		sheet.aside = "";
		steps.forEach(step => sheet.put(step.cell, step.after));
		sheet.compute();
		sheet.count();
		sheet.keep();
		sheet.soon();
	};
	const said = (cell, typed) => {
		const value = worded(cell.input, typed), kind = cell.input.tagName === "SELECT" ? "choice" : cell.input.type === "date" ? "date" : "long";
		if (value !== undefined) return value;
		if (kind === "long") { cell.input.value = typed; cell.asked = cell.input.value; }
		say(cell, words[kind]);
		return undefined;
	};
	// Cells of one paste in the same doubt are answered at once.
	sheet.choose = (cell, typed, alike = []) => say(cell, fill(cell.choices.length > 1 ? words.ambiguous : words.foreign, { typed }), cell.choices.flatMap((value, at) => {
		const way = at - cell.choices.length, all = () => alike.filter(each => asked(each) && each.choices.at(way) !== undefined).map(each => [each, each.choices.at(way)]);
		return [[shown(value), () => sheet.change([[cell, value]])], ...alike.length > 1 ? [[fill(words.alike, { n: alike.length, value: shown(value) }), () => sheet.change([[cell, value], ...all()])]] : []];
	}));
	// The value of what was typed; undefined where the clerk has to say what was meant.
	sheet.take = (cell, typed) => {
		if (cell.words) return said(cell, typed);
		const read = sheet.parsed(typed, cell.decimals);
		if (read.value !== undefined) return read.value;
		cell.input.value = typed;
		cell.asked = typed;
		if (read.wrong) say(cell, read.wrong);
		else {
			cell.choices = read.choices;
			sheet.choose(cell, typed);
		}
		return undefined;
	};
	sheet.commit = cell => {
		if (cell.input.value === cell.show(cell.value)) { if (!asked(cell)) say(cell, ""); return; }
		if (cell.asked === cell.input.value && cell.holder.querySelector(".mc-entry__error")) return;
		const value = sheet.take(cell, cell.input.value);
		if (value !== undefined) sheet.change([[cell, value]]);
	};
	const back = (from, to, key) => {
		const steps = from.pop();
		if (!steps) return;
		to.push(steps);
		sheet.change(steps.map(step => [step.cell, step[key]]), false);
		steps.refused.forEach(cell => { say(cell, ""); cell.input.value = cell.show(cell.value); });
		(steps[0]?.cell ?? steps.refused[0]).input.focus();
		sheet.tell(key === "before" ? words.undone : words.redone);
	};
	sheet.undo = () => back(done, undone, "before");
	sheet.redo = () => back(undone, done, "after");
};
