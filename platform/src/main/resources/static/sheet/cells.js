// Cells of all tables; each knows its place in the sheet, or the name its words are kept under, and its neighbours by row and column.
export const cells = sheet => {
	const all = [], byPlace = new Map(), byName = new Map();
	sheet.root.querySelectorAll("table[data-table]").forEach((table, at) => [...table.tBodies[0].rows].forEach((row, y) => [...row.cells].forEach((holder, x) => {
		const input = holder.querySelector("input:not([type=hidden]), textarea, select");
		if (!input) return;
		const words = input.name.startsWith("w."), cell = { input, holder, table: at, x, y, words, name: input.name, decimals: Number(input.dataset.d ?? 0) };
		all.push(cell);
		if (words) {
			const drawn = input.tagName === "SELECT" ? [...input.options].find(each => each.defaultSelected)?.value ?? "" : input.defaultValue;
			byName.set(cell.name, Object.assign(cell, { place: null, value: drawn, show: value => value }));
		}
		else {
			Object.assign(cell, { place: Number(input.name.slice(1)), value: sheet.drawn(input.defaultValue), show: sheet.shown });
			byPlace.set(cell.place, cell);
		}
	})));
	sheet.cells = all;
	sheet.byPlace = byPlace;
	sheet.byName = byName;
	sheet.cellOf = input => all.find(cell => cell.input === input);
	sheet.at = (table, x, y) => all.find(cell => cell.table === table && cell.x === x && cell.y === y);
	sheet.next = (cell, dx, dy) => {
		for (let x = cell.x + dx, y = cell.y + dy, steps = 0; steps < 400; x += dx, y += dy, steps++) {
			const found = sheet.at(cell.table, x, y);
			if (found) return found;
		}
		if (!dy) return null;
		return dy > 0 ? all.find(other => other.table > cell.table && other.x === cell.x) : all.findLast(other => other.table < cell.table && other.x === cell.x);
	};
	sheet.between = (one, other) => all.filter(cell => cell.table === one.table && cell.x >= Math.min(one.x, other.x) && cell.x <= Math.max(one.x, other.x)
		&& cell.y >= Math.min(one.y, other.y) && cell.y <= Math.max(one.y, other.y));
	const counted = sheet.root.querySelector("[data-sheet-filled]");
	sheet.count = () => { if (counted) counted.textContent = sheet.fill(sheet.words.filled, { filled: [...byPlace.values()].filter(cell => cell.value !== "").length, all: byPlace.size }); };

	// Something to say about one cell, with buttons when there is a choice.
	sheet.say = (cell, text, choices = []) => {
		let place = cell.holder.querySelector(".mc-entry__error");
		if (!text) { place?.remove(); cell.input.removeAttribute("aria-invalid"); cell.input.removeAttribute("aria-describedby"); return; }
		if (!place) {
			place = document.createElement("span");
			place.className = "mc-entry__error";
			place.id = cell.input.id + "-error";
			cell.holder.append(place);
		}
		place.setAttribute("role", "alert");
		place.replaceChildren(text, ...choices.map(([label, act]) => {
			const button = document.createElement("button");
			button.type = "button";
			button.className = "mc-entry__choice";
			button.textContent = label;
			button.addEventListener("click", () => { sheet.say(cell, ""); act(); cell.input.focus(); });
			return button;
		}));
		cell.input.setAttribute("aria-invalid", "true");
		cell.input.setAttribute("aria-describedby", place.id);
	};
};

// Whether a cell has a note, as others leave it.
export const notes = sheet => {
	sheet.noted = (place, { text }) => {
		const cell = sheet.byPlace.get(place), small = cell?.holder.querySelector("small");
		if (!small) return;
		cell.holder.classList.toggle("mc-entry__cell--note", text !== "");
		const link = small.querySelector("a") ?? document.createElement("a");
		if (text === "") { link.remove(); return; }
		link.className = "govuk-link mc-entry__noted";
		link.href = sheet.root.getAttribute("action") + "/ghi-chu?o=" + place;
		link.title = text;
		link.textContent = sheet.words.noted;
		if (!link.isConnected) small.prepend(link, " ");
	};
};

export const asked = cell => cell.holder.querySelector(".mc-entry__choice");
