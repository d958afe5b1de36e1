import { asked } from "asset:sheet/cells.js";
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
	return rows;
};
const MOST_LINES = 500, MOST_WIDE = 200;

export const clipboard = sheet => {
	const { root, cellOf, words, fill, tell } = sheet;
	const pasted = (cell, rows) => {
		const list = [], refused = [];
		let left = 0;
		rows.forEach((row, dy) => row.forEach((typed, dx) => {
			const target = dy < MOST_LINES && dx < MOST_WIDE ? sheet.at(cell.table, cell.x + dx, cell.y + dy) : null;
			if (!target) { left++; return; }
			const value = sheet.take(target, typed);
			if (value !== undefined) list.push([target, value]);
			else refused.push(target);
		}));
		sheet.change(list, true, refused);
		// Numbers of one paste are written one way: with two choices in one and one in another, what both have is the last.
		const alike = refused.filter(each => !each.words && asked(each));
		if (alike.length > 1) alike.forEach(each => sheet.choose(each, each.input.value, alike));
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
