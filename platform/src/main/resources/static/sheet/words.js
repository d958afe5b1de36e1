// What may stand in a field for words: text, a day as Excel shows it, a choice by its words; undefined where it may not.
export const worded = (field, typed) => {
	const text = typed.replace(/\r\n?/g, "\n").trim();
	if (field.tagName === "SELECT") {
		const same = other => other.trim().toLowerCase() === text.toLowerCase();
		return [...field.options].find(each => same(each.value) || same(each.text))?.value;
	}
	if (field.type !== "date") return text.length <= 2000 ? text : undefined;
	const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
	if (day) return `${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}`;
	return text === "" || /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
};

// As a spreadsheet takes it: words with signs of its own in quotes.
export const copied = ({ input }) => {
	const text = input.tagName === "SELECT" ? input.selectedOptions[0]?.text.trim() ?? "" : input.value;
	return /[\t\n"]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
};
