"use strict";
// Everything works without this file; it only saves people steps. Words come from the page, in its language.
(() => {
	const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

	// What needs attention is read first: an error summary or what the last action has to say.
	document.querySelector(".govuk-error-summary[data-focus], [data-focus]")?.focus({ preventScroll: false });

	// A form is sent once, even when its button is pressed twice.
	document.addEventListener("submit", event => {
		const form = event.target;
		if (form.method !== "post" || event.defaultPrevented) return;
		if (form.dataset.sent) {
			event.preventDefault();
			return;
		}
		form.dataset.sent = "yes";
		if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
		setTimeout(() => { delete form.dataset.sent; event.submitter?.removeAttribute("aria-busy"); }, 8000);
	});
	window.addEventListener("pageshow", event => { if (event.persisted) all("form[data-sent]", form => delete form.dataset.sent); });

	// Pictures are turned upright and made smaller before they travel; then a file that is too large is named.
	const LONGEST_EDGE = 2400, LIGHT_ENOUGH = 1500000;
	const turn = async file => {
		const view = new DataView(await file.slice(0, 131072).arrayBuffer());
		if (view.byteLength < 4 || view.getUint16(0) !== 0xFFD8) return 1;
		for (let at = 2; at + 18 < view.byteLength && view.getUint8(at) === 0xFF && view.getUint8(at + 1) !== 0xDA; at += 2 + view.getUint16(at + 2)) {
			if (view.getUint16(at) !== 0xFFE1 || view.getUint32(at + 4) !== 0x45786966) continue;
			const tiff = at + 10, little = view.getUint16(tiff) === 0x4949, entries = tiff + view.getUint32(tiff + 4, little);
			for (let i = 0; i < view.getUint16(entries, little); i++) {
				const entry = entries + 2 + 12 * i;
				if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
			}
		}
		return 1;
	};
	const prepared = async file => {
		const turned = await turn(file).catch(() => 1);
		const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
		const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
		if (turned === 1 && scale === 1 && file.size < LIGHT_ENOUGH) return file;
		const canvas = document.createElement("canvas");
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		const paper = canvas.getContext("2d");
		paper.fillStyle = "white";
		paper.fillRect(0, 0, canvas.width, canvas.height);
		paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
		picture.close();
		const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", .85));
		return blob && (turned !== 1 || blob.size < file.size) ? new File([blob], file.name.replace(/[.][^.]*$/, "") + ".jpg", { type: "image/jpeg" }) : file;
	};
	const size = bytes => bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + " KB" : (bytes / 1048576).toFixed(1) + " MB";
	const shrink = async (input, said) => {
		const before = [...input.files], after = [];
		said.textContent = before.some(file => /^image\/(jpeg|png)$/.test(file.type)) ? input.dataset.shrinking : "";
		for (const file of before) after.push(/^image\/(jpeg|png)$/.test(file.type) ? await prepared(file).catch(() => file) : file);
		const changed = after.map((file, at) => [before[at], file]).filter(([old, fresh]) => old !== fresh);
		said.textContent = "";
		if (changed.length === 0) return;
		const kept = new DataTransfer();
		after.forEach(file => kept.items.add(file));
		input.files = kept.files;
		const sum = at => size(changed.reduce((bytes, pair) => bytes + pair[at].size, 0));
		said.textContent = input.dataset.shrunk.replace("{n}", changed.length).replace("{before}", sum(0)).replace("{after}", sum(1));
	};
	all("input[type=file][data-max-bytes]", input => {
		const said = document.createElement("p");
		said.className = "govuk-hint";
		said.setAttribute("role", "status");
		input.after(said);
		let working = null;
		input.addEventListener("change", () => {
			const jpeg = input.dataset.shrunk && /[.]jpe?g|image\/jpeg/.test(input.accept);
			working = (jpeg ? shrink(input, said) : Promise.resolve()).then(() => {
				const tooLarge = [...input.files].some(file => file.size > Number(input.dataset.maxBytes));
				input.setCustomValidity(tooLarge ? input.dataset.tooLarge : "");
				if (tooLarge) input.reportValidity();
				working = null;
			});
		});
		// Whoever is quicker than the pictures waits for them.
		input.form?.addEventListener("submit", event => {
			if (!working) return;
			event.preventDefault();
			working.then(() => input.form.requestSubmit(event.submitter));
		}, true);
	});

	// Enter in the input of a look-up looks, instead of going on.
	all(".mc-look input", input => input.addEventListener("keydown", event => {
		if (event.key === "Enter") { event.preventDefault(); input.parentElement.querySelector("button").click(); }
	}));

	// <form data-autosave="/address" data-saved="Saved at {time}"> with <p data-autosave-state role="status">.
	all("form[data-autosave]", form => {
		const state = form.querySelector("[data-autosave-state]");
		let timer, running = false, again = false;
		const save = async () => {
			if (running) { again = true; return; }
			running = true;
			try {
				const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
				const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers: { "X-Requested-With": "autosave" }, credentials: "same-origin" });
				if (state) state.textContent = answer.ok ? form.dataset.saved.replace("{time}", new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })) : form.dataset.notSaved ?? "";
			}
			catch (offline) {
				if (state) state.textContent = form.dataset.notSaved ?? "";
			}
			running = false;
			if (again) { again = false; save(); }
		};
		form.addEventListener("input", event => {
			if (event.target.type === "file" || event.target.type === "password") return;
			clearTimeout(timer);
			timer = setTimeout(save, 1500);
		});
		form.addEventListener("submit", () => clearTimeout(timer));
	});

	// <fieldset data-address data-units="/address">: lists of province, district and commune follow one another; the button stays for those without script.
	all("[data-address]", address => {
		const list = unit => address.querySelector(`select[data-unit="${unit}"]`);
		const [province, district, commune] = ["province", "district", "commune"].map(list);
		address.querySelectorAll("[data-choose]").forEach(button => button.hidden = true);
		const clear = select => { while (select.options.length > 1) select.remove(1); };
		const fill = async (select, level, parent) => {
			clear(select);
			if (!parent) return 0;
			try {
				const answer = await fetch(`${address.dataset.units}?level=${level}&parent=${encodeURIComponent(parent)}&limit=200`, { headers: { Accept: "application/json" } });
				const units = answer.ok ? (await answer.json()).items : [];
				units.forEach(unit => select.add(new Option(document.documentElement.lang === "en" ? unit.fullNameEn : unit.fullName, unit.code)));
				return units.length;
			}
			catch (offline) {
				address.querySelectorAll("[data-choose]").forEach(button => button.hidden = false);
				return 0;
			}
		};
		province?.addEventListener("change", async () => {
			clear(commune);
			const districts = district ? await fill(district, "district", province.value) : 0;
			if (districts === 0) await fill(commune, "commune", province.value);
		});
		district?.addEventListener("change", () => fill(commune, "commune", district.value));
	});

	// <input data-suggest="/address">: what others searched for, chosen with the arrow keys (the combobox pattern).
	all("input[data-suggest]", input => {
		const holder = input.closest(".mc-suggest");
		if (!holder) return;
		const list = document.createElement("ul");
		list.className = "mc-suggest__list";
		list.id = input.id + "-suggestions";
		list.hidden = true;
		list.setAttribute("role", "listbox");
		list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
		const said = document.createElement("div");
		said.className = "govuk-visually-hidden";
		said.setAttribute("role", "status");
		holder.append(list, said);
		for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
		let timer, asked = 0, chosen = -1;
		const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
		const mark = at => {
			chosen = at;
			[...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
			at < 0 ? input.removeAttribute("aria-activedescendant") : input.setAttribute("aria-activedescendant", list.children[at].id);
		};
		const take = item => {
			if (item.dataset.href) { location.href = item.dataset.href; return; }
			input.value = item.textContent;
			close();
			input.form.requestSubmit();
		};
		const show = items => {
			list.replaceChildren(...items.slice(0, 10).map((entry, index) => {
				const item = document.createElement("li");
				item.id = list.id + "-" + index;
				item.setAttribute("role", "option");
				item.textContent = typeof entry === "string" ? entry : entry.text ?? entry.name;
				const href = typeof entry === "string" ? null : entry.href;
				if (href && href.startsWith("/") && !href.startsWith("//")) item.dataset.href = href;
				item.addEventListener("mousedown", event => { event.preventDefault(); take(item); });
				return item;
			}));
			list.hidden = list.children.length === 0;
			input.setAttribute("aria-expanded", String(!list.hidden));
			said.textContent = list.hidden ? "" : input.dataset.suggestCount.replace("{n}", list.children.length);
			mark(-1);
		};
		input.addEventListener("input", () => {
			clearTimeout(timer);
			const query = input.value.trim();
			if (query.length < 2) { close(); return; }
			timer = setTimeout(async () => {
				const mine = ++asked;
				try {
					const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(query), { headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang } });
					if (answer.ok && mine === asked && document.activeElement === input) {
						const found = await answer.json();
						show(Array.isArray(found) ? found : found.items ?? []);
					}
				}
				catch (offline) { close(); }
			}, 150);
		});
		input.addEventListener("keydown", event => {
			if (list.hidden) return;
			const last = list.children.length - 1;
			if (event.key === "ArrowDown") { event.preventDefault(); mark(chosen === last ? 0 : chosen + 1); }
			else if (event.key === "ArrowUp") { event.preventDefault(); mark(chosen <= 0 ? last : chosen - 1); }
			else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen]); }
			else if (event.key === "Escape") { event.preventDefault(); close(); }
		});
		input.addEventListener("blur", close);
	});

	// Keys of the desk: an element with data-key="a" is pressed or focused by that letter; "?" shows <dialog id="keys">.
	const keys = document.getElementById("keys");
	document.addEventListener("keydown", event => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
		if (event.key === "?" && keys) { event.preventDefault(); keys.open ? keys.close() : keys.showModal(); return; }
		if (document.body.classList.contains("mc-desk") && !keys?.open) {
			const target = [...document.querySelectorAll("[data-key]")].find(element => element.dataset.key === event.key && element.offsetParent !== null);
			if (target) { event.preventDefault(); target.matches("input:not([type=checkbox]), select, textarea") ? target.focus() : target.click(); }
		}
		if (event.key === "j" || event.key === "k") {
			const rows = [...document.querySelectorAll("[data-row]")];
			if (rows.length === 0) return;
			const at = rows.findIndex(row => row === document.activeElement);
			rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)))].focus();
		}
	});
	all("[data-close-dialog]", button => button.addEventListener("click", () => button.closest("dialog").close()));
	all("[data-print]", button => { button.hidden = false; button.addEventListener("click", () => window.print()); });

	// Choosing many at once: data-select-all ticks the boxes named in it, data-selected shows how many are ticked.
	all("[data-select-all]", box => {
		const form = box.form ?? document;
		const boxes = () => [...form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(box.dataset.selectAll)}"]`)];
		const count = () => {
			const ticked = boxes().filter(each => each.checked).length;
			form.querySelectorAll("[data-selected]").forEach(element => element.textContent = element.dataset.selected.replace("{n}", ticked));
		};
		box.addEventListener("change", () => { boxes().forEach(each => each.checked = box.checked); count(); });
		form.addEventListener("change", count);
	});
})();
