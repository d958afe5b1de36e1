// Numbers: the same rules as on the server; plain decimals inside, the page's language outside.
const FORMS = { vi: /^([+-]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/, en: /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/ };
const BLANKS = /[\s\u00a0\u202f]+/g;

const reading = (text, language) => {
	const parts = FORMS[language].exec(text);
	if (!parts) return null;
	const whole = parts[2].replace(/[.,]/g, "").replace(/^0+(?=\d)/, ""), rest = (parts[3] ?? "").replace(/0+$/, "");
	const plain = whole + (rest ? "." + rest : "");
	return (parts[1] === "-" && plain !== "0" ? "-" : "") + plain;
};
const MOST_DIGITS = 15;
const long = plain => plain.replace(/[-.]/g, "").length > MOST_DIGITS;
const fits = (plain, decimals) => plain !== null && (plain.split(".")[1] ?? "").length <= decimals && !long(plain);

export const numbers = sheet => {
	const { english, words, fill } = sheet, own = english ? "en" : "vi", foreign = english ? "vi" : "en";
	// What the server drew is never in question: it is in the page's language.
	sheet.drawn = text => reading(text.replace(BLANKS, ""), own) ?? "";
	sheet.parsed = (typed, decimals) => {
		const text = typed.replace(BLANKS, "").replace("\u2212", "-");
		if (text === "") return { value: "" };
		const mine = reading(text, own), other = reading(text, foreign);
		const point = text.lastIndexOf(english ? "," : "."), written = point < 0 ? 0 : text.length - point - 1;
		const mineFits = fits(mine, decimals), otherFits = fits(other, decimals) && written <= decimals;
		if (!mineFits && !otherFits) return { wrong: mine === null && other === null ? words.number : long(mine ?? other) ? fill(words.digits, { max: MOST_DIGITS }) : decimals === 0 ? words.whole : fill(words.decimals, { max: decimals }) };
		if (!otherFits || mineFits && mine === other) return { value: mine };
		return { choices: mineFits ? [mine, other] : [other] };
	};
	sheet.shown = plain => {
		if (!plain) return "";
		const [whole, rest] = plain.replace("-", "").split(".");
		return (plain.startsWith("-") ? "-" : "") + whole.replace(/\B(?=(\d{3})+$)/g, english ? "," : ".") + (rest ? (english ? "." : ",") + rest : "");
	};
};

export const rounded = (value, decimals) => {
	const text = (Math.round(Number(Math.abs(value) + "e" + decimals)) / 10 ** decimals).toFixed(decimals);
	return (value < 0 && Number(text) !== 0 ? "-" : "") + (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
};
