// Words and rows that somebody else changed too: both stand on the page, and nothing is sent until the clerk has chosen.
const FIELDS = "input:not([type=hidden]), select";
const code = field => field.name.split(".")[3];

export const disputes = sheet => {
	const { root, words, fill, shown, clock, claimed, texts } = sheet;
	const rowOf = sheet.rowOf = name => root.querySelector(`[data-row-id="${CSS.escape(name.split(".")[2])}"]`);
	const heading = field => document.getElementById((field.getAttribute("aria-labelledby") ?? "").split(" ").at(-1))?.textContent.trim() ?? "";
	const read = (field, value) => field.inputMode === "decimal" ? shown(value) : field.tagName === "SELECT" ? [...field.options].find(each => each.value === value)?.text ?? value : value;
	const settle = (name, version) => {
		claimed.delete(name);
		texts.delete(name);
		document.getElementById("meanwhile-" + name)?.remove();
		const holder = root.elements["v" + name];
		if (holder) holder.value = version;
	};
	const put = (row, field, theirs) => {
		if (row) row.querySelectorAll(FIELDS).forEach(each => { each.value = each.inputMode === "decimal" ? shown(theirs.values[code(each)] ?? "") : theirs.values[code(each)] ?? ""; });
		else field.value = theirs.text;
	};
	const box = (name, said, text, acts) => {
		const place = document.createElement("div"), parts = [said, text].map(words => { const part = document.createElement("p"); part.textContent = words; return part; });
		place.id = "meanwhile-" + name;
		place.className = "govuk-inset-text";
		place.setAttribute("role", "alert");
		parts.forEach(part => part.classList.add("govuk-body", "mc-lines"));
		const group = document.createElement("div");
		group.className = "govuk-button-group";
		group.append(...acts.map(([label, act]) => {
			const button = document.createElement("button");
			button.type = "button";
			button.className = "govuk-button govuk-button--secondary";
			button.textContent = label;
			button.addEventListener("click", act);
			return button;
		}));
		place.append(...parts, group);
		return place;
	};
	// In a cell of a table both stand to choose from, as figures do.
	const inCell = (cell, theirs, mine) => {
		if (theirs.text === mine.content.trim()) { settle(cell.name, theirs.version); return; }
		cell.value = cell.input.value;
		sheet.say(cell, fill(words.conflict, { by: theirs.by, value: read(cell.input, theirs.text) || "–", at: clock(theirs.at) }), [
			[words.mineWords, () => { settle(cell.name, theirs.version); sheet.put(cell, cell.value); sheet.keep(); sheet.soon(0); }],
			[words.theirsWords, () => { settle(cell.name, theirs.version); cell.value = theirs.text; cell.input.value = theirs.text; sheet.keep(); }]]);
	};
	// mine: what was sent; it stays in the draft.
	sheet.dispute = (theirs, mine) => {
		const cell = sheet.byName.get(theirs.field);
		if (cell) { claimed.set(cell.name, mine); inCell(cell, theirs, mine); return; }
		const name = theirs.field, row = mine.table ? rowOf(name) : null, field = row ? row.querySelector(FIELDS) : root.elements[name];
		claimed.set(name, mine);
		document.getElementById("meanwhile-" + name)?.remove();
		if (!field) return;
		const fields = row ? [...row.querySelectorAll(FIELDS)] : [];
		if (row ? fields.every(each => (theirs.values[code(each)] ?? "") === (mine.values[code(each)] ?? "")) : theirs.text === mine.content.trim()) { settle(name, theirs.version); return; }
		const said = fill(row ? words.meanwhileRow : words.meanwhile, { by: theirs.by, at: clock(theirs.at), n: row?.querySelector("th").firstChild.textContent.trim() });
		const text = row ? fields.filter(each => theirs.values[code(each)]).map(each => heading(each) + ": " + read(each, theirs.values[code(each)])).join("; ") : theirs.text;
		const keep = () => { settle(name, theirs.version); field.dispatchEvent(new Event(row ? "change" : "input", { bubbles: true })); field.focus(); };
		const take = () => { settle(name, theirs.version); put(row, field, theirs); sheet.keep(); field.focus(); };
		(row ? row.closest("table").parentElement : field.closest(".govuk-form-group") ?? field).after(box(name, said, text, [[words.mineWords, keep], [words.theirsWords, take]]));
	};
};
