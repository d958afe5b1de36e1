// Keys. A cell is moved through until somebody types in it or presses F2; then it is edited until Enter, Esc or a move.
export const keys = sheet => {
	const { root, cellOf, say } = sheet;
	let anchor = null;
	sheet.editing = false;
	sheet.chosen = [];
	const choose = list => {
		sheet.chosen.forEach(cell => cell.holder.classList.remove("mc-entry__cell--chosen"));
		sheet.chosen = list;
		if (list.length > 1) list.forEach(cell => cell.holder.classList.add("mc-entry__cell--chosen"));
	};
	const go = (cell, extend, start) => {
		if (!cell) return;
		const from = extend ? anchor ?? start : cell;
		cell.input.focus();
		anchor = from;
		choose(sheet.between(from, cell));
	};
	root.addEventListener("focusin", event => {
		event.target.closest(".mc-entry__cell--fresh")?.classList.remove("mc-entry__cell--fresh");
		const cell = cellOf(event.target);
		if (!cell) return;
		sheet.editing = false;
		anchor = cell;
		choose([cell]);
		cell.input.select?.();
		cell.holder.classList.remove("mc-entry__cell--fresh");
		const notes = document.querySelector(".mc-entry-links a[href*='/ghi-chu']");
		if (notes) notes.href = notes.href.replace(/\?.*|$/, "?o=" + (cell.words ? cell.name : cell.place));
	});
	root.addEventListener("focusout", event => { const cell = cellOf(event.target); if (cell) sheet.commit(cell); });
	root.addEventListener("input", event => {
		const cell = cellOf(event.target);
		if (!cell) return;
		sheet.editing = true;
		if (cell.words) sheet.written(cell);
	});
	// From now on keys are the field's own, until Enter or Esc.
	const edit = input => {
		sheet.editing = true;
		if (input.tagName === "SELECT" || input.type === "date") { try { input.showPicker(); } catch (none) { /* keys do as well */ } }
		else input.setSelectionRange(input.value.length, input.value.length);
	};
	const revert = cell => {
		const kept = sheet.texts.has(cell.name);
		cell.input.value = cell.show(cell.value);
		if (kept) { sheet.put(cell, cell.value); sheet.keep(); sheet.soon(); }
		if (!sheet.claimed.has(cell.name)) say(cell, "");
		sheet.editing = false;
		cell.input.select?.();
	};
	root.addEventListener("keydown", event => {
		const cell = cellOf(event.target);
		if (!cell || event.isComposing) return;
		const modified = event.ctrlKey || event.metaKey;
		if (modified && event.key.toLowerCase() === "z") { event.preventDefault(); sheet.commit(cell); event.shiftKey ? sheet.redo() : sheet.undo(); return; }
		if (modified && event.key.toLowerCase() === "y") { event.preventDefault(); sheet.redo(); return; }
		if (event.altKey && event.key === "Enter" && cell.input.tagName === "TEXTAREA") {
			event.preventDefault();
			cell.input.setRangeText("\n", cell.input.selectionStart, cell.input.selectionEnd, "end");
			cell.input.dispatchEvent(new Event("input", { bubbles: true }));
			return;
		}
		if (modified || event.altKey) return;
		if (cell.input.type === "date" && /^\d$/.test(event.key)) sheet.editing = true;
		const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], Enter: [0, event.shiftKey ? -1 : 1] };
		if (event.key === "F2") { event.preventDefault(); edit(cell.input); }
		else if (event.key === "Escape") { event.preventDefault(); revert(cell); }
		else if (event.key === "Delete" && !sheet.editing) { event.preventDefault(); sheet.change(sheet.chosen.map(each => [each, ""])); }
		else if (moves[event.key]) {
			if (sheet.editing && (cell.words ? event.key !== "Enter" : event.key === "ArrowLeft" || event.key === "ArrowRight")) return;
			event.preventDefault();
			sheet.commit(cell);
			const start = event.shiftKey && event.key !== "Enter" ? sheet.chosen.length > 1 ? anchor : cell : null;
			go(sheet.next(cell, ...moves[event.key]), start !== null, start);
		}
	});
};
