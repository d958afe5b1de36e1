import { rounded } from "asset:sheet/numbers.js";

// Computed cells follow at once; what the server answers stands.
export const sums = sheet => {
	const all = sheet.data.formulas.map(formula => ({ place: null, ...formula, output: document.getElementById(formula.id) })).filter(sum => sum.output);
	const known = new Map(all.filter(sum => sum.place !== null).map(sum => [sum.place, sheet.drawn(sum.output.textContent)]));
	const amount = place => {
		const text = sheet.byPlace.has(place) ? sheet.byPlace.get(place).value : known.get(place);
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
	const set = (sum, plain) => {
		if (sum.place !== null) known.set(sum.place, plain);
		if (sum.output.textContent !== sheet.shown(plain)) sum.output.textContent = sheet.shown(plain);
	};
	sheet.setSum = (place, plain) => { const sum = all.find(other => other.place === place); if (sum) set(sum, plain); };
	sheet.compute = () => all.forEach(sum => {
		if (!sum.tree) return;
		const value = evaluate(sum.tree);
		set(sum, value === null || !Number.isFinite(value) ? "" : rounded(Number(value.toPrecision(15)), sum.decimals));
	});
};
