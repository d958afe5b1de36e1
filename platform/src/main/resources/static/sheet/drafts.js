// Changes wait until the server has them, and in the browser's store until then. What somebody else wrote over too stays there until the clerk has chosen.
export const drafts = sheet => {
	const name = "motcua.sheet." + sheet.data.api;
	sheet.waiting = new Map();
	sheet.disputed = new Map();
	sheet.texts = new Map();
	sheet.claimed = new Map();
	sheet.seen = field => Number(sheet.root.elements["v" + field]?.value ?? 0);
	// What somebody else changed too waits until the clerk has chosen.
	sheet.hold = (key, each) => (sheet.claimed.has(key) ? sheet.claimed : sheet.texts).set(key, each);
	sheet.keep = () => {
		const { waiting, disputed, texts, claimed } = sheet;
		try {
			if (waiting.size + disputed.size + texts.size + claimed.size === 0) localStorage.removeItem(name);
			else localStorage.setItem(name, JSON.stringify({ cells: [...disputed, ...waiting], texts: [...claimed, ...texts], at: Date.now() }));
		}
		catch (full) { sheet.tell(sheet.words.notKept); }
	};
	// What was left in this browser when there was no line.
	sheet.recall = () => {
		const { waiting, texts, claimed, root } = sheet;
		try {
			const left = JSON.parse(localStorage.getItem(name) ?? "null");
			if (!left) return;
			left.cells.forEach(([place, each]) => { const cell = sheet.byPlace.get(place); if (cell && cell.value !== each.value) sheet.put(cell, each.value, each.version); });
			left.texts.forEach(([key, each]) => {
				const field = root.elements[key];
				if (each.table) sheet.showRow(key, each);
				else if (field) field.value = each.content;
				if (sheet.byName.has(key)) sheet.byName.get(key).value = each.content;
				// What has no place on the page as it is opened stays in the draft.
				(field || each.table ? texts : claimed).set(key, each);
			});
			sheet.late();
			if (waiting.size + texts.size > 0) { sheet.tell(sheet.words.draft); sheet.compute(); sheet.soon(0); } else sheet.keep();
		}
		catch (unreadable) { localStorage.removeItem(name); }
	};
	window.addEventListener("beforeunload", () => sheet.keep());
};
