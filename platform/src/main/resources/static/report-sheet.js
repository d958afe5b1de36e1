import { numbers } from "asset:sheet/numbers.js";
import { asked, cells, notes } from "asset:sheet/cells.js";
import { sums } from "asset:sheet/sums.js";
import { drafts } from "asset:sheet/drafts.js";
import { changes } from "asset:sheet/changes.js";
import { disputes } from "asset:sheet/disputes.js";
import { saving } from "asset:sheet/saving.js";
import { keys } from "asset:sheet/keys.js";
import { clipboard } from "asset:sheet/clipboard.js";
import { rows } from "asset:sheet/rows.js";

// The grid of a report: keys, paste, undo, saving by itself, what others saved, drafts when there is no line. Without it the page is a plain form.
const root = document.getElementById("sheet");
if (root?.tagName === "FORM") {
	const data = JSON.parse(root.dataset.sheet), state = root.querySelector("[data-sheet-state]");
	const sheet = { root, data, state, words: data.words, english: data.lang === "en",
		// {n} is a value, {n|place|places} the word that goes with its number.
		fill: (text, values) => text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => one === undefined ? values[name] ?? "" : String(values[name]) === "1" ? one : many),
		clock: at => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" }),
		tell: text => { if (state.textContent !== text) state.textContent = text; } };
	root.querySelector("[data-sheet-keys]")?.removeAttribute("hidden");
	[numbers, cells, notes, sums, drafts, changes, disputes, saving, keys, clipboard, rows].forEach(part => part(sheet));
	root.addEventListener("submit", event => {
		if (!navigator.onLine) { event.preventDefault(); sheet.tell(sheet.words.offline); return; }
		const open = sheet.cells.find(asked);
		if (open) { event.preventDefault(); open.input.focus(); return; }
		sheet.rest();
	});
	sheet.recall();
	sheet.watch();
	sheet.count();
}
