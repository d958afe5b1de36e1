import { asked } from "asset:sheet/cells.js";

// Saving by itself, and what others saved. What they saved counts as seen only once it was looked at, so the version moves with a look and never with a save.
export const saving = sheet => {
	const { root, data, words, fill, state, waiting, disputed, texts, byPlace, byName, say, shown, tell, clock } = sheet;
	const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": root.querySelector("[name=_csrf]").value, "Accept-Language": data.lang };
	let running = false, timer, offline = false, behind = false, asOf = "";
	const own = new Map();
	sheet.version = data.version;
	// What was not taken of a paste; told with the save that follows it.
	sheet.aside = "";
	sheet.soon = (ms = 500) => { clearTimeout(timer); timer = setTimeout(save, ms); };
	sheet.rest = () => clearTimeout(timer);
	// What waited for a line is looked at first: the same clerk may have written at another window meanwhile, which the server takes for one hand.
	sheet.late = () => { behind = true; };
	const catchUp = async () => {
		const from = Math.min(...[...waiting.values()].map(each => each.version));
		for (let since = from, seen; Number.isFinite(since); since = seen.more ? seen.version : Infinity) {
			const answer = await fetch(data.api + "?since=" + since, { headers, credentials: "same-origin" });
			if (!answer.ok) return;
			seen = await answer.json();
			seen.changes.forEach(other => {
				const mine = waiting.get(other.position), theirs = other.value ?? "";
				if (!mine || other.version <= mine.version || theirs === mine.value || theirs === own.get(other.position)) return;
				waiting.delete(other.position);
				conflict(other, mine);
			});
		}
		behind = false;
	};
	const save = async () => {
		if (running || waiting.size + texts.size === 0) return;
		running = true;
		tell(words.saving);
		try { if (behind && waiting.size > 0) await catchUp(); }
		catch (none) { waits(); return; }
		if (waiting.size + texts.size === 0) { running = false; sheet.keep(); tell(words.lost); return; }
		const sent = new Map(waiting), said = new Map(texts);
		sent.forEach((each, place) => own.set(place, each.value));
		const body = { cells: [...sent].map(([position, each]) => ({ position, value: each.value === "" ? null : each.value, version: each.version })),
			texts: [...said.values()].filter(each => each.kind), rows: [...said.values()].filter(each => each.table) };
		try {
			const answer = await fetch(data.api, { method: "PATCH", headers, body: JSON.stringify(body), credentials: "same-origin" });
			offline = false;
			if (answer.ok) saved(await answer.json(), sent, said);
			else await refused(answer);
		}
		catch (none) { waits(); }
		running = false;
		if (waiting.size + texts.size > 0 && !offline && state.dataset.stuck !== "yes") sheet.soon(200);
	};
	const waits = () => {
		offline = behind = true;
		running = false;
		tell(words.offline);
		sheet.soon(5000);
	};
	const saved = (answer, sent, said) => {
		sent.forEach((each, place) => { if (waiting.get(place) === each) waiting.delete(place); });
		const meanwhile = new Map(answer.meanwhile.map(theirs => [theirs.field, theirs]));
		said.forEach((each, name) => {
			const later = texts.get(name), holder = root.elements["v" + name];
			if (later === each || meanwhile.has(name)) texts.delete(name); else if (later) later.version++;
			if (meanwhile.has(name)) sheet.dispute(meanwhile.get(name), later ?? each);
			else if (holder) holder.value = Number(holder.value) + 1;
		});
		if (waiting.size === 0) answer.computed.forEach(each => sheet.setSum(each.position, each.value ?? ""));
		answer.conflicts.forEach(other => conflict(other, sent.get(other.position)));
		sheet.keep();
		const unread = sheet.cells.filter(cell => cell.input.getAttribute("aria-invalid")).length;
		tell(meanwhile.size > 0 ? words.lost : [fill(words.saved, { time: clock(answer.savedAt) }) + (unread || sheet.aside ? "." : ""), unread ? fill(words.unread, { n: unread }) : "", sheet.aside].filter(Boolean).join(" "));
		setTimeout(look, 50);
	};
	const conflict = (other, sent) => {
		const cell = byPlace.get(other.position);
		if (!cell) return;
		const mine = cell.value, theirs = other.value ?? "";
		if (mine === theirs) return;
		if (sent && !waiting.has(cell.place)) disputed.set(cell.place, sent);
		say(cell, fill(words.conflict, { by: other.by, value: shown(theirs) || "–", at: clock(other.at) }), [
			[fill(words.mine, { value: shown(mine) || "–" }), () => { sheet.put(cell, mine, other.version); sheet.compute(); sheet.keep(); sheet.soon(0); }],
			[fill(words.theirs, { value: shown(theirs) || "–" }), () => { cell.value = theirs; cell.input.value = shown(theirs); disputed.delete(cell.place); sheet.compute(); sheet.count(); sheet.keep(); }]]);
	};
	const refused = async answer => {
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
				else [...texts.keys()].filter(key => kind === "rows" ? key.startsWith(id ? `g.${name}.${id}` : `g.${name}.`) : key.endsWith("." + id)).forEach(key => { texts.delete(key); if (byName.has(key)) say(byName.get(key), error.message); });
			});
			tell(problem.detail ?? problem.title ?? words.notSaved);
			if (waiting.size + texts.size === wanted) state.dataset.stuck = "yes";
		}
		else if (answer.status === 429 || answer.status >= 500) { tell(words.offline); offline = true; sheet.soon(5000); }
		else { tell(answer.status === 401 ? words.signIn : problem.detail ?? words.notSaved); state.dataset.stuck = "yes"; }
		sheet.keep();
	};
	const fresh = (holder, theirs) => {
		holder.classList.add("mc-entry__cell--fresh");
		holder.title = fill(words.others, { by: theirs.by, at: clock(theirs.at) });
	};
	// What others saved appears where nobody is typing.
	const shows = each => {
		const cell = byPlace.get(each.position);
		sheet.setSum(each.position, each.value ?? "");
		if (!cell || waiting.has(each.position) || asked(cell) || cell.value === (each.value ?? "") || cell.input === document.activeElement && cell.input.value !== shown(cell.value)) return;
		cell.value = each.value ?? "";
		cell.input.value = shown(cell.value);
		fresh(cell.holder, each);
	};
	// False where it has to wait: the clerk is there, or has written there too.
	const showsWords = theirs => {
		const name = theirs.field, cell = byName.get(name), row = name.startsWith("g.") ? sheet.rowOf(name) : null, field = cell?.input ?? root.elements[name];
		if (name.startsWith("n.")) { sheet.noted(Number(name.slice(2)), theirs); return true; }
		if (theirs.version <= sheet.seen(name)) return true;
		if (texts.has(name) || sheet.claimed.has(name)) return false;
		if (name.startsWith("g.")) {
			if (row?.contains(document.activeElement)) return false;
			const shown = sheet.showRow(name, theirs);
			if (!shown) return true;
			[...shown.cells].slice(1).forEach(holder => fresh(holder, theirs));
		}
		else {
			if (!field || !root.elements["v" + name]) return true;
			if (field === document.activeElement && (!cell || field.value !== cell.value)) return false;
			if (cell) cell.value = theirs.text;
			field.value = theirs.text;
			fresh(cell?.holder ?? field, theirs);
		}
		root.elements["v" + name].value = theirs.version;
		return true;
	};
	const look = async () => {
		if (document.hidden || running) return;
		try {
			const answer = await fetch(data.api + "?since=" + sheet.version + "&words=" + encodeURIComponent(asOf), { headers, credentials: "same-origin" });
			if (!answer.ok || running) return;
			const seen = await answer.json();
			seen.changes.forEach(shows);
			if (seen.words.map(showsWords).every(shown => shown)) asOf = seen.asOf;
			if (seen.version > sheet.version) { sheet.version = seen.version; root.elements.v.value = seen.version; sheet.compute(); sheet.count(); }
			if (seen.more) setTimeout(look, 50);
		}
		catch (none) { /* the next look tells */ }
	};
	sheet.watch = () => {
		window.addEventListener("online", () => sheet.soon(0));
		window.addEventListener("offline", () => { behind = true; tell(words.offline); });
		setInterval(look, 4000);
	};
};
