// Keys. A cell is moved through until somebody types in it or presses F2; then it is edited until Enter, Esc or a move.
export const keys = sheet => {
	const { root, cellOf, say, shown } = sheet;
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
		const cell = cellOf(event.target);
		if (!cell) return;
		sheet.editing = false;
		anchor = cell;
		choose([cell]);
		cell.input.select();
		cell.holder.classList.remove("mc-entry__cell--fresh");
		const notes = document.querySelector("a[href*='/ghi-chu']");
		if (notes) notes.href = notes.href.replace(/\?.*|$/, "?o=" + cell.place);
	});
	root.addEventListener("focusout", event => { const cell = cellOf(event.target); if (cell) sheet.commit(cell); });
	root.addEventListener("input", event => { if (cellOf(event.target)) sheet.editing = true; });
	root.addEventListener("keydown", event => {
		const cell = cellOf(event.target);
		if (!cell || event.isComposing) return;
		const modified = event.ctrlKey || event.metaKey;
		if (modified && event.key.toLowerCase() === "z") { event.preventDefault(); sheet.commit(cell); event.shiftKey ? sheet.redo() : sheet.undo(); return; }
		if (modified && event.key.toLowerCase() === "y") { event.preventDefault(); sheet.redo(); return; }
		if (modified || event.altKey) return;
		const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], Enter: [0, event.shiftKey ? -1 : 1] };
		if (event.key === "F2") { event.preventDefault(); sheet.editing = true; cell.input.setSelectionRange(cell.input.value.length, cell.input.value.length); }
		else if (event.key === "Escape") { event.preventDefault(); cell.input.value = shown(cell.value); say(cell, ""); sheet.editing = false; cell.input.select(); }
		else if (event.key === "Delete" && !sheet.editing) { event.preventDefault(); sheet.change(sheet.chosen.map(each => [each, ""])); }
		else if (moves[event.key]) {
			if (sheet.editing && (event.key === "ArrowLeft" || event.key === "ArrowRight")) return;
			event.preventDefault();
			sheet.commit(cell);
			const start = event.shiftKey && event.key !== "Enter" ? sheet.chosen.length > 1 ? anchor : cell : null;
			go(sheet.next(cell, ...moves[event.key]), start !== null, start);
		}
	});
};
