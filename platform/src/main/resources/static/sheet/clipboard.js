import { copied as plain } from "asset:sheet/words.js";

// A range from a spreadsheet goes in from the cell on; cells that are computed or greyed take nothing.
const lines = text => {
	const rows = [[]];
	let part = "", quoted = false;
	const end = () => { rows.at(-1).push(part); part = ""; };
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (quoted) { if (sign === '"') { if (text[at + 1] === '"') { part += '"'; at++; } else quoted = false; } else part += sign; }
		else if (sign === '"' && part === "") quoted = true;
		else if (sign === "\t") end();
		else if (sign === "\n") { end(); rows.push([]); }
		else if (sign !== "\r") part += sign;
	}
	end();
	if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
	return rows.slice(0, 500).map(row => row.slice(0, 200));
};

export const clipboard = sheet => {
	const { root, cellOf, words, fill, tell } = sheet;
	const pasted = (cell, rows) => {
		const list = [];
		let left = 0;
		rows.forEach((row, dy) => row.forEach((typed, dx) => {
			const target = sheet.at(cell.table, cell.x + dx, cell.y + dy);
			if (!target) { left++; return; }
			const value = sheet.take(target, typed);
			if (value !== undefined) list.push([target, value]);
		}));
		sheet.change(list);
		sheet.editing = false;
		return left;
	};
	root.addEventListener("paste", event => {
		const text = event.clipboardData?.getData("text/plain") ?? "", range = /[\t\n]/.test(text.replace(/\r?\n$/, "")), cell = cellOf(event.target);
		const row = cell ? null : event.target.closest?.("[data-row-id]");
		if (cell ? sheet.editing && (cell.words || !/[\t\n]/.test(text)) : !row || !range) return;
		event.preventDefault();
		const left = cell ? pasted(cell, lines(text)) : sheet.pasteRows(row, event.target, lines(text));
		sheet.aside = left > 0 ? fill(words.left, { n: left }) : "";
		if (left > 0) tell(sheet.aside);
	});
	const copied = event => {
		if (sheet.chosen.length < 2 && sheet.chosen[0]?.input.tagName !== "SELECT") return false;
		const rows = new Map();
		sheet.chosen.forEach(cell => { if (!rows.has(cell.y)) rows.set(cell.y, []); rows.get(cell.y).push(plain(cell)); });
		event.clipboardData.setData("text/plain", [...rows.values()].map(row => row.join("\t")).join("\n"));
		event.preventDefault();
		return true;
	};
	root.addEventListener("copy", copied);
	root.addEventListener("cut", event => { if (copied(event)) sheet.change(sheet.chosen.map(cell => [cell, ""])); });
};
