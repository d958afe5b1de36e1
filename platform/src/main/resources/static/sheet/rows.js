import { worded } from "asset:sheet/words.js";

// Words and rows that grow are saved by themselves too.
const FIELDS = "input:not([type=hidden]), select";
const fresh = () => crypto.randomUUID ? crypto.randomUUID()
	: "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

export const rows = sheet => {
	const { root, texts, words, tell, seen, hold } = sheet;
	const read = row => {
		const table = row.closest("[data-growing]").dataset.growing, values = {};
		let whole = true;
		row.querySelectorAll(FIELDS).forEach(field => {
			const typed = field.inputMode === "decimal" ? sheet.parsed(field.value, Number(field.dataset.d ?? 0)) : { value: field.value.trim() };
			field.setAttribute("aria-invalid", typed.value === undefined ? "true" : "false");
			whole &&= typed.value !== undefined;
			if (typed.value) values[field.name.split(".")[3]] = typed.value;
		});
		return !whole ? null : { table, id: row.dataset.rowId, place: [...row.parentElement.children].indexOf(row), values, version: seen(`g.${table}.${row.dataset.rowId}`) };
	};
	const rowChanged = row => {
		const key = "g." + row.closest("[data-growing]").dataset.growing + "." + row.dataset.rowId, values = read(row);
		// A row with a number that cannot be read is not saved without it.
		if (values) hold(key, values);
		else { texts.delete(key); tell(words.number); }
	};
	const changed = event => {
		const field = event.target, row = field.closest("[data-row-id]");
		if (row) rowChanged(row);
		else if (/^[tx]\./.test(field.name)) hold(field.name, { kind: field.name[0] === "t" ? "NARRATIVE" : "EXPLANATION", code: field.name.slice(2), content: field.value, version: seen(field.name) });
		else return;
		sheet.keep();
		sheet.soon(1000);
	};
	root.addEventListener("change", changed);
	root.addEventListener("input", event => { if (event.target.tagName === "TEXTAREA") changed(event); });
	document.querySelectorAll("textarea[form=sheet]").forEach(field => field.addEventListener("input", changed));

	// Null when the table has all the rows it may have.
	const added = (table, id = fresh()) => {
		const body = table.tBodies[0], last = body.rows[body.rows.length - 1];
		if (!last || body.rows.length >= Number(table.dataset.most)) { tell(words.full); return null; }
		const row = last.cloneNode(true);
		row.innerHTML = row.innerHTML.replaceAll(last.dataset.rowId, id);
		row.dataset.rowId = id;
		row.querySelectorAll("input, select").forEach(field => { field.type === "hidden" ? field.value = "0" : field.value = ""; });
		row.querySelectorAll(".mc-entry__cell--fresh").forEach(holder => { holder.classList.remove("mc-entry__cell--fresh"); holder.removeAttribute("title"); });
		row.querySelector("th").firstChild.textContent = String(body.rows.length + 1);
		body.append(row);
		return row;
	};
	root.querySelectorAll("[data-growing]").forEach(table => {
		const add = document.createElement("button");
		add.type = "button";
		add.className = "govuk-button govuk-button--secondary";
		add.textContent = words.addRow;
		add.addEventListener("click", () => added(table)?.querySelector(FIELDS).focus());
		table.parentElement.after(add);
	});

	// A row as it was left in the draft.
	sheet.showRow = (key, each) => {
		const [, code, id] = key.split("."), table = root.querySelector(`[data-growing="${CSS.escape(code)}"]`);
		const row = sheet.rowOf(key) ?? (table ? added(table, id) : null);
		row?.querySelectorAll(FIELDS).forEach(field => {
			const value = each.values[field.name.split(".")[3]] ?? "";
			field.value = field.inputMode === "decimal" ? sheet.shown(value) : value;
		});
		return row;
	};

	// What does not fit stays empty and is counted.
	const set = (field, typed) => {
		const value = field.inputMode === "decimal" ? typed.trim() : worded(field, typed);
		field.value = value ?? "";
		return value !== undefined && (field.value !== "" || typed.trim() === "");
	};
	sheet.pasteRows = (first, start, lines) => {
		const table = first.closest("[data-growing]"), from = [...first.querySelectorAll(FIELDS)].indexOf(start);
		let row = first, left = 0;
		lines.forEach((line, at) => {
			if (at > 0) row = row && (row.nextElementSibling ?? added(table));
			if (!row) { left += line.length; return; }
			const fields = [...row.querySelectorAll(FIELDS)];
			line.forEach((typed, column) => { if (!fields[from + column] || !set(fields[from + column], typed)) left++; });
			rowChanged(row);
		});
		sheet.keep();
		sheet.soon(1000);
		return left;
	};
};
