"use strict";
// The grid of a report: keys, paste, undo, saving by itself, what others saved, drafts when there is no line. Without it the page is a plain form.
(() => {
	const root = document.getElementById("sheet");
	if (!root || root.tagName !== "FORM") return;
	const data = JSON.parse(root.dataset.sheet), words = data.words, english = data.lang === "en";
	const state = root.querySelector("[data-sheet-state]"), token = root.querySelector("[name=_csrf]").value, drafts = "motcua.sheet." + data.api;
	root.querySelector("[data-sheet-keys]")?.removeAttribute("hidden");
	const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

	// Numbers: the same rules as on the server; plain decimals inside, the page's language outside.
	const forms = { vi: /^([+-]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/, en: /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/ };
	const reading = (text, language) => {
		const parts = forms[language].exec(text);
		if (!parts) return null;
		const whole = parts[2].replace(/[.,]/g, "").replace(/^0+(?=\d)/, ""), rest = (parts[3] ?? "").replace(/0+$/, "");
		const plain = whole + (rest ? "." + rest : "");
		return (parts[1] === "-" && plain !== "0" ? "-" : "") + plain;
	};
	// What the server drew is never in question: it is in the page's language.
	const drawn = text => reading(text.replace(/[\s\u00a0\u202f]+/g, ""), english ? "en" : "vi") ?? "";
	const decimalsOf = plain => (plain.split(".")[1] ?? "").length;
	const fits = (plain, decimals) => plain !== null && decimalsOf(plain) <= decimals && plain.replace(/[-.]/g, "").length <= 15;
	const parsed = (typed, decimals) => {
		const text = typed.replace(/[\s\u00a0\u202f]+/g, "").replace("\u2212", "-");
		if (text === "") return { value: "" };
		const own = reading(text, english ? "en" : "vi"), other = reading(text, english ? "vi" : "en");
		const point = text.lastIndexOf(english ? "," : "."), written = point < 0 ? 0 : text.length - point - 1;
		const ownFits = fits(own, decimals), otherFits = fits(other, decimals) && written <= decimals;
		if (!ownFits && !otherFits) return { wrong: own === null && other === null ? words.number : fill(words.decimals, { max: decimals }) };
		if (!otherFits || ownFits && own === other) return { value: own };
		return { choices: ownFits ? [own, other] : [other] };
	};
	const shown = plain => {
		if (!plain) return "";
		const [whole, rest] = plain.replace("-", "").split(".");
		return (plain.startsWith("-") ? "-" : "") + whole.replace(/\B(?=(\d{3})+$)/g, english ? "," : ".") + (rest ? (english ? "." : ",") + rest : "");
	};

	// Cells of all tables; each knows its place in the sheet, and its neighbours by row and column.
	const cells = [], byPlace = new Map();
	root.querySelectorAll("table[data-table]").forEach((table, at) => [...table.tBodies[0].rows].forEach((row, y) => [...row.cells].forEach((holder, x) => {
		const input = holder.querySelector("input");
		if (!input) return;
		const cell = { input, holder, table: at, x, y, place: Number(input.name.slice(1)), decimals: Number(input.dataset.d ?? 0), value: "" };
		cell.value = drawn(input.defaultValue);
		cells.push(cell);
		byPlace.set(cell.place, cell);
	})));
	const cellOf = input => cells.find(cell => cell.input === input);
	const next = (cell, dx, dy) => {
		for (let x = cell.x + dx, y = cell.y + dy, steps = 0; steps < 400; x += dx, y += dy, steps++) {
			const found = cells.find(other => other.table === cell.table && other.x === x && other.y === y);
			if (found) return found;
		}
		if (!dy) return null;
		return dy > 0 ? cells.find(other => other.table > cell.table && other.x === cell.x) : cells.findLast(other => other.table < cell.table && other.x === cell.x);
	};

	// Computed cells follow at once; what the server answers stands.
	const sums = data.formulas.map(formula => ({ place: null, ...formula, output: document.getElementById(formula.id) })).filter(sum => sum.output);
	const known = new Map(sums.filter(sum => sum.place !== null).map(sum => [sum.place, drawn(sum.output.textContent)]));
	const amount = place => {
		const text = byPlace.has(place) ? byPlace.get(place).value : known.get(place);
		return text === undefined || text === "" || text === null ? null : Number(text);
	};
	// A formula as nested lists; null is missing, and what is computed from it is missing too, but for sum, min and max.
	const evaluate = ([kind, ...args]) => {
		if (kind === "n") return args.length ? Number(args[0]) : null;
		if (kind === "b") return args[0] === "true";
		if (kind === "p") return amount(args[0]);
		if (kind === "if") return evaluate(evaluate(args[0]) === true ? args[1] : args[2]);
		if (kind === "missing") return evaluate(args[0]) === null;
		if (kind === "round") { const inner = evaluate(args[0]); return inner === null ? null : Number(rounded(inner, args[1])); }
		const values = args.map(evaluate), there = values.filter(value => value !== null);
		if (kind === "sum") return there.length ? there.reduce((a, b) => a + b, 0) : null;
		if (kind === "min" || kind === "max") return there.length ? Math[kind](...there) : null;
		const [a, b] = values;
		if (kind === "and") return a === false || b === false ? false : there.length < 2 ? null : true;
		if (kind === "or") return a === true || b === true ? true : there.length < 2 ? null : false;
		if (there.length < values.length) return null;
		switch (kind) {
			case "+": return a + b;
			case "-": return a - b;
			case "*": return a * b;
			case "/": return b === 0 ? null : a / b;
			case "abs": return Math.abs(a);
			case "not": return !a;
			case "=": return a === b;
			case "!=": return a !== b;
			case "<": return a < b;
			case "<=": return a <= b;
			case ">": return a > b;
			case ">=": return a >= b;
			default: return null;
		}
	};
	const rounded = (value, decimals) => {
		const text = (Math.round(Number(Math.abs(value) + "e" + decimals)) / 10 ** decimals).toFixed(decimals);
		return (value < 0 && Number(text) !== 0 ? "-" : "") + (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
	};
	const setSum = (sum, plain) => {
		if (sum.place !== null) known.set(sum.place, plain);
		if (sum.output.textContent !== shown(plain)) sum.output.textContent = shown(plain);
	};
	const compute = () => sums.forEach(sum => {
		if (!sum.tree) return;
		const value = evaluate(sum.tree);
		setSum(sum, value === null || !Number.isFinite(value) ? "" : rounded(Number(value.toPrecision(15)), sum.decimals));
	});
	const counted = root.querySelector("[data-sheet-filled]");
	const count = () => { if (counted) counted.textContent = fill(words.filled, { filled: cells.filter(cell => cell.value !== "").length, all: cells.length }); };

	// Something to say about one cell, with buttons when there is a choice.
	const say = (cell, text, choices = []) => {
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
			button.addEventListener("click", () => { say(cell, ""); act(); cell.input.focus(); });
			return button;
		}));
		cell.input.setAttribute("aria-invalid", "true");
		cell.input.setAttribute("aria-describedby", place.id);
	};

	// Changes wait here until the server has them, and in the browser's store until then.
	// What others saved counts as seen only once it was looked at, so the version moves with a look and never with a save.
	let version = data.version, running = false, timer, lastSaved = null, offline = false;
	// What somebody else wrote over stays in the draft until the clerk has chosen.
	const waiting = new Map(), disputed = new Map(), texts = new Map(), undone = [], done = [];
	const clock = at => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
	const tell = text => { if (state.textContent !== text) state.textContent = text; };
	const keep = () => {
		try {
			if (waiting.size + disputed.size + texts.size === 0) localStorage.removeItem(drafts);
			else localStorage.setItem(drafts, JSON.stringify({ cells: [...disputed, ...waiting], texts: [...texts], at: Date.now() }));
		}
		catch (full) { tell(words.notKept); }
	};
	const put = (cell, value, seen = version) => {
		cell.value = value;
		cell.input.value = shown(value);
		disputed.delete(cell.place);
		waiting.set(cell.place, { value, version: seen });
	};
	const change = (list, remember = true) => {
		const steps = list.filter(([cell, value]) => cell.value !== value).map(([cell, value]) => ({ cell, before: cell.value, after: value }));
		list.forEach(([cell]) => { say(cell, ""); cell.input.value = shown(cell.value); });
		if (steps.length === 0) return;
		steps.forEach(step => put(step.cell, step.after));
		if (remember) { done.push(steps); undone.length = 0; if (done.length > 200) done.shift(); }
		compute();
		count();
		keep();
		soon();
	};
	const take = (cell, typed) => {
		const read = parsed(typed, cell.decimals);
		if (read.value !== undefined) return read.value;
		cell.input.value = typed;
		cell.asked = typed;
		if (read.wrong) say(cell, read.wrong);
		else say(cell, fill(words.ambiguous, { typed }), read.choices.map(value => [shown(value), () => change([[cell, value]])]));
		return undefined;
	};
	const commit = cell => {
		if (cell.input.value === shown(cell.value)) { if (!cell.holder.querySelector(".mc-entry__choice")) say(cell, ""); return; }
		if (cell.asked === cell.input.value && cell.holder.querySelector(".mc-entry__error")) return;
		const value = take(cell, cell.input.value);
		if (value !== undefined) change([[cell, value]]);
	};
	const soon = (ms = 500) => { clearTimeout(timer); timer = setTimeout(save, ms); };
	const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": token, "Accept-Language": data.lang };
	const save = async () => {
		if (running || waiting.size + texts.size === 0) return;
		running = true;
		tell(words.saving);
		const sent = new Map(waiting), said = new Map(texts);
		const body = { cells: [...sent].map(([position, each]) => ({ position, value: each.value === "" ? null : each.value, version: each.version })),
			texts: [...said.values()].filter(each => each.kind), rows: [...said.values()].filter(each => each.table) };
		try {
			const answer = await fetch(data.api, { method: "PATCH", headers, body: JSON.stringify(body), credentials: "same-origin" });
			offline = false;
			if (answer.ok) saved(await answer.json(), sent, said);
			else await refused(answer, sent);
		}
		catch (none) {
			offline = true;
			tell(words.offline);
			soon(5000);
		}
		running = false;
		if (waiting.size + texts.size > 0 && !offline && state.dataset.stuck !== "yes") soon(200);
	};
	const saved = (answer, sent, said) => {
		sent.forEach((each, place) => { if (waiting.get(place) === each) waiting.delete(place); });
		said.forEach((each, name) => {
			const lost = answer.lost.includes(each.kind ? each.kind + " " + each.code : each.table + " " + each.id);
			if (texts.get(name) === each) texts.delete(name); else if (!lost) texts.get(name).version++;
			const holder = root.elements["v" + name];
			if (holder && !lost) holder.value = Number(holder.value) + 1;
			if (lost) tell(words.lost);
		});
		answer.computed.forEach(each => { const sum = sums.find(other => other.place === each.position); if (sum && waiting.size === 0) setSum(sum, each.value ?? ""); });
		answer.conflicts.forEach(other => conflict(other, sent.get(other.position)));
		keep();
		lastSaved = answer.savedAt;
		if (answer.lost.length === 0) tell(fill(words.saved, { time: clock(lastSaved) }));
		setTimeout(look, 50);
	};
	const conflict = (other, mineSent) => {
		const cell = byPlace.get(other.position);
		if (!cell) return;
		const mine = cell.value, theirs = other.value ?? "";
		if (mine === theirs) return;
		if (mineSent && !waiting.has(cell.place)) disputed.set(cell.place, mineSent);
		say(cell, fill(words.conflict, { by: other.by, value: shown(theirs) || "–", at: clock(other.at) }), [
			[fill(words.mine, { value: shown(mine) || "–" }), () => { put(cell, mine, other.version); compute(); keep(); soon(0); }],
			[fill(words.theirs, { value: shown(theirs) || "–" }), () => { cell.value = theirs; cell.input.value = shown(theirs); disputed.delete(cell.place); compute(); count(); keep(); }]]);
	};
	const refused = async (answer, sent) => {
		const problem = await answer.json().catch(() => ({}));
		if (answer.status === 422) {
			const wanted = waiting.size + texts.size;
			(problem.errors ?? []).forEach(error => {
				const [, kind, name, id] = error.pointer.split("/");
				if (kind === "cells") {
					waiting.delete(Number(name));
					if (byPlace.has(Number(name))) say(byPlace.get(Number(name)), error.message);
				}
				// Only what is refused is given up; other words and rows go again.
				else [...texts.keys()].filter(key => kind === "rows" ? key.startsWith(id ? `g.${name}.${id}` : `g.${name}.`) : key.endsWith("." + id)).forEach(key => texts.delete(key));
			});
			tell(problem.detail ?? problem.title ?? words.notSaved);
			if (waiting.size + texts.size === wanted) state.dataset.stuck = "yes";
		}
		else if (answer.status === 429 || answer.status >= 500) { tell(words.offline); offline = true; soon(5000); }
		else { tell(answer.status === 401 ? words.signIn : problem.detail ?? words.notSaved); state.dataset.stuck = "yes"; }
		keep();
	};

	// What was left in this browser when there was no line.
	try {
		const left = JSON.parse(localStorage.getItem(drafts) ?? "null");
		if (left) {
			left.cells.forEach(([place, each]) => { const cell = byPlace.get(place); if (cell && cell.value !== each.value) put(cell, each.value, each.version); });
			left.texts.forEach(([name, each]) => { const field = root.elements[name]; if (field && each.kind) field.value = each.content; if (field || each.table) texts.set(name, each); });
			if (waiting.size + texts.size > 0) { tell(words.draft); compute(); soon(0); } else keep();
		}
	}
	catch (unreadable) { localStorage.removeItem(drafts); }
	window.addEventListener("online", () => soon(0));
	window.addEventListener("offline", () => tell(words.offline));

	// What others saved appears where nobody is typing.
	const look = async () => {
		if (document.hidden || running) return;
		try {
			const answer = await fetch(data.api + "?since=" + version, { headers, credentials: "same-origin" });
			if (!answer.ok || running) return;
			const seen = await answer.json();
			seen.changes.forEach(each => {
				const cell = byPlace.get(each.position), sum = sums.find(other => other.place === each.position);
				if (sum) setSum(sum, each.value ?? "");
				if (!cell || waiting.has(each.position) || cell.holder.querySelector(".mc-entry__choice") || cell.value === (each.value ?? "") || cell.input === document.activeElement && cell.input.value !== shown(cell.value)) return;
				cell.value = each.value ?? "";
				cell.input.value = shown(cell.value);
				cell.holder.classList.add("mc-entry__cell--fresh");
				cell.holder.title = fill(words.others, { by: each.by, at: clock(each.at) });
			});
			if (seen.version > version) { version = seen.version; root.elements.v.value = version; compute(); count(); }
		}
		catch (none) { /* the next look tells */ }
	};
	setInterval(look, 4000);

	// Keys. A cell is moved through until somebody types in it or presses F2; then it is edited until Enter, Esc or a move.
	let editing = false, anchor = null, chosen = [];
	const choose = list => {
		chosen.forEach(cell => cell.holder.classList.remove("mc-entry__cell--chosen"));
		chosen = list;
		if (list.length > 1) list.forEach(cell => cell.holder.classList.add("mc-entry__cell--chosen"));
	};
	const between = (one, other) => cells.filter(cell => cell.table === one.table && cell.x >= Math.min(one.x, other.x) && cell.x <= Math.max(one.x, other.x)
		&& cell.y >= Math.min(one.y, other.y) && cell.y <= Math.max(one.y, other.y));
	const go = (cell, extend, start) => {
		if (!cell) return;
		const from = extend ? anchor ?? start : cell;
		cell.input.focus();
		anchor = from;
		choose(between(from, cell));
	};
	const back = (from, to, key) => {
		const steps = from.pop();
		if (!steps) return;
		to.push(steps);
		change(steps.map(step => [step.cell, step[key]]), false);
		steps[0].cell.input.focus();
		tell(key === "before" ? words.undone : words.redone);
	};
	root.addEventListener("focusin", event => {
		const cell = cellOf(event.target);
		if (!cell) return;
		editing = false;
		anchor = cell;
		choose([cell]);
		cell.input.select();
		cell.holder.classList.remove("mc-entry__cell--fresh");
		const notes = document.querySelector("a[href*='/ghi-chu']");
		if (notes) notes.href = notes.href.replace(/\?.*|$/, "?o=" + cell.place);
	});
	root.addEventListener("focusout", event => { const cell = cellOf(event.target); if (cell) commit(cell); });
	root.addEventListener("input", event => { if (cellOf(event.target)) editing = true; });
	root.addEventListener("keydown", event => {
		const cell = cellOf(event.target);
		if (!cell || event.isComposing) return;
		const modified = event.ctrlKey || event.metaKey;
		if (modified && event.key.toLowerCase() === "z") { event.preventDefault(); commit(cell); event.shiftKey ? back(undone, done, "after") : back(done, undone, "before"); return; }
		if (modified && event.key.toLowerCase() === "y") { event.preventDefault(); back(undone, done, "after"); return; }
		if (modified || event.altKey) return;
		const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], Enter: [0, event.shiftKey ? -1 : 1] };
		if (event.key === "F2") { event.preventDefault(); editing = true; cell.input.setSelectionRange(cell.input.value.length, cell.input.value.length); }
		else if (event.key === "Escape") { event.preventDefault(); cell.input.value = shown(cell.value); say(cell, ""); editing = false; cell.input.select(); }
		else if (event.key === "Delete" && !editing) { event.preventDefault(); change(chosen.map(each => [each, ""])); }
		else if (moves[event.key]) {
			if (editing && (event.key === "ArrowLeft" || event.key === "ArrowRight")) return;
			event.preventDefault();
			commit(cell);
			const start = event.shiftKey && event.key !== "Enter" ? chosen.length > 1 ? anchor : cell : null;
			go(next(cell, ...moves[event.key]), start !== null, start);
		}
	});

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
	root.addEventListener("paste", event => {
		const cell = cellOf(event.target), text = event.clipboardData?.getData("text/plain") ?? "";
		if (!cell || editing && !/[\t\n]/.test(text)) return;
		event.preventDefault();
		const list = [];
		let left = 0;
		lines(text).slice(0, 500).forEach((row, dy) => row.slice(0, 200).forEach((typed, dx) => {
			const target = cells.find(other => other.table === cell.table && other.x === cell.x + dx && other.y === cell.y + dy);
			if (!target) { left++; return; }
			const value = take(target, typed);
			if (value !== undefined) list.push([target, value]);
		}));
		change(list);
		editing = false;
		if (left > 0) tell(fill(words.left, { n: left }));
	});
	const copied = event => {
		if (chosen.length < 2) return false;
		const rows = new Map();
		chosen.forEach(cell => { if (!rows.has(cell.y)) rows.set(cell.y, []); rows.get(cell.y).push(cell.input.value); });
		event.clipboardData.setData("text/plain", [...rows.values()].map(row => row.join("\t")).join("\n"));
		event.preventDefault();
		return true;
	};
	root.addEventListener("copy", copied);
	root.addEventListener("cut", event => { if (copied(event)) change(chosen.map(cell => [cell, ""])); });

	// Words and rows that grow are saved by themselves too.
	const seen = name => Number(root.elements["v" + name]?.value ?? 0);
	const rowOf = row => {
		const table = row.closest("[data-growing]").dataset.growing, values = {};
		let whole = true;
		row.querySelectorAll("input:not([type=hidden]), select").forEach(field => {
			const read = field.inputMode === "decimal" ? parsed(field.value, Number(field.dataset.d ?? 0)) : { value: field.value.trim() };
			field.setAttribute("aria-invalid", read.value === undefined ? "true" : "false");
			whole &&= read.value !== undefined;
			if (read.value) values[field.name.split(".")[3]] = read.value;
		});
		return !whole ? null : { table, id: row.dataset.rowId, place: [...row.parentElement.children].indexOf(row), values, version: seen(`g.${table}.${row.dataset.rowId}`) };
	};
	const wordsChanged = event => {
		const field = event.target, row = field.closest("[data-row-id]");
		if (row) {
			const key = "g." + row.closest("[data-growing]").dataset.growing + "." + row.dataset.rowId, read = rowOf(row);
			// A row with a number that cannot be read is not saved without it.
			if (read) texts.set(key, read);
			else { texts.delete(key); tell(words.number); }
		}
		else if (/^[tx]\./.test(field.name)) texts.set(field.name, { kind: field.name[0] === "t" ? "NARRATIVE" : "EXPLANATION", code: field.name.slice(2), content: field.value, version: seen(field.name) });
		else return;
		keep();
		soon(1000);
	};
	root.addEventListener("change", wordsChanged);
	root.addEventListener("input", event => { if (event.target.tagName === "TEXTAREA") wordsChanged(event); });
	document.querySelectorAll("textarea[form=sheet]").forEach(field => field.addEventListener("input", wordsChanged));
	root.querySelectorAll("[data-growing]").forEach(table => {
		const add = document.createElement("button");
		add.type = "button";
		add.className = "govuk-button govuk-button--secondary";
		add.textContent = words.addRow;
		add.addEventListener("click", () => {
			const body = table.tBodies[0], last = body.rows[body.rows.length - 1];
			if (!last || body.rows.length >= Number(table.dataset.most)) { tell(words.full); return; }
			const row = last.cloneNode(true), id = crypto.randomUUID ? crypto.randomUUID() : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
			row.innerHTML = row.innerHTML.replaceAll(last.dataset.rowId, id);
			row.dataset.rowId = id;
			row.querySelectorAll("input, select").forEach(field => field.type === "hidden" ? field.value = "0" : field.value = "");
			row.querySelector("th").firstChild.textContent = String(body.rows.length + 1);
			body.append(row);
			row.querySelector("input:not([type=hidden]), select").focus();
		});
		table.parentElement.after(add);
	});
	root.addEventListener("submit", event => {
		if (!navigator.onLine) { event.preventDefault(); tell(words.offline); return; }
		const open = cells.find(cell => cell.holder.querySelector(".mc-entry__choice"));
		if (open) { event.preventDefault(); open.input.focus(); return; }
		clearTimeout(timer);
	});
	window.addEventListener("beforeunload", () => keep());
	count();
})();
