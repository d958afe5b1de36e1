// <figure data-png="words" data-source="where it is from"> with a picture drawn by the server (an SVG, or tiles or bars as a list): a button makes a PNG of it, with its title
// above and its source below, in the colours it has on the page. What is sent on says what it shows and whether its figures are real.
"use strict";
(() => {
	const SCALE = 2, EDGE = 20, LINE = 1.4;

	const font = (size, bold) => `${bold ? "700 " : ""}${size}px ${getComputedStyle(document.querySelector("figure[data-png]")).fontFamily}`;

	const wrapped = (paper, text, width) => text.trim().split(/\s+/).reduce((lines, word) => {
		const longer = lines.length ? lines[lines.length - 1] + " " + word : word;
		if (lines.length && paper.measureText(longer).width <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
		return lines;
	}, []);

	/** Writes a text into a width and answers how high it stands. */
	const write = (paper, text, x, y, width, size, bold, colour) => {
		paper.font = font(size, bold);
		paper.fillStyle = colour;
		const lines = wrapped(paper, text, width);
		lines.forEach((line, at) => paper.fillText(line, x, y + size + at * size * LINE));
		return lines.length * size * LINE;
	};

	const image = picture => new Promise((resolve, reject) => {
		const copy = picture.cloneNode(true), shown = picture.querySelectorAll("*");
		const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
		copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
		copy.setAttribute("width", width * SCALE);
		copy.setAttribute("height", height * SCALE);
		copy.querySelectorAll("*").forEach((part, at) => {
			const style = getComputedStyle(shown[at]);
			["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size"].forEach(name => part.setAttribute(name, style.getPropertyValue(name)));
		});
		const drawn = new Image();
		drawn.onload = () => resolve({ width, height, draw: (paper, y) => paper.drawImage(drawn, EDGE, y, width, height) });
		drawn.onerror = reject;
		drawn.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
	});

	/** Tiles and bars are items of a list: their grounds, the rectangles in them, their words where they stand. */
	const list = items => {
		const whole = items.getBoundingClientRect();
		return {
			width: whole.width, height: whole.height, draw: (paper, top) => items.querySelectorAll("li").forEach(item => {
				const at = part => {
					const box = part.getBoundingClientRect();
					return { x: EDGE + box.left - whole.left, y: top + box.top - whole.top, width: box.width, height: box.height };
				};
				const style = getComputedStyle(item), place = at(item);
				paper.fillStyle = style.backgroundColor;
				paper.fillRect(place.x, place.y, place.width, place.height);
				if (parseFloat(style.borderTopWidth) > 0) {
					paper.strokeStyle = style.borderTopColor;
					paper.setLineDash(style.borderTopStyle === "dashed" ? [4, 3] : []);
					paper.strokeRect(place.x + .5, place.y + .5, place.width - 1, place.height - 1);
				}
				item.querySelectorAll("rect").forEach(bar => {
					const box = at(bar);
					paper.fillStyle = getComputedStyle(bar).fill;
					paper.fillRect(box.x, box.y, box.width, box.height);
				});
				item.querySelectorAll("span").forEach(part => {
					const box = at(part), words = getComputedStyle(part);
					paper.textAlign = words.textAlign === "right" ? "right" : "left";
					write(paper, part.textContent, paper.textAlign === "right" ? box.x + box.width : box.x, box.y, box.width + 2, parseFloat(words.fontSize), Number(words.fontWeight) > 600, words.color);
				});
				paper.textAlign = "left";
			}),
		};
	};

	const png = async figure => {
		const items = figure.querySelector("ul");
		const picture = items ? list(items) : await image(figure.querySelector("svg"));
		const style = getComputedStyle(document.body), canvas = document.createElement("canvas"), paper = canvas.getContext("2d");
		const title = figure.querySelector("figcaption").textContent, source = figure.dataset.source;
		paper.font = font(20, true);
		const head = wrapped(paper, title, picture.width).length * 20 * LINE + 16;
		paper.font = font(14, false);
		const foot = wrapped(paper, source, picture.width).length * 14 * LINE + 16;
		canvas.width = (picture.width + 2 * EDGE) * SCALE;
		canvas.height = (picture.height + head + foot + 2 * EDGE) * SCALE;
		paper.scale(SCALE, SCALE);
		paper.fillStyle = style.backgroundColor;
		paper.fillRect(0, 0, canvas.width, canvas.height);
		write(paper, title, EDGE, EDGE, picture.width, 20, true, style.color);
		picture.draw(paper, EDGE + head);
		write(paper, source, EDGE, EDGE + head + picture.height + 12, picture.width, 14, false, style.color);
		const link = document.createElement("a");
		link.href = canvas.toDataURL("image/png");
		link.download = "bieu-do.png";
		link.click();
	};

	document.querySelectorAll("figure[data-png]").forEach(figure => {
		const button = document.createElement("button");
		button.type = "button";
		button.className = "govuk-button govuk-button--secondary";
		button.textContent = figure.dataset.png;
		button.addEventListener("click", () => png(figure));
		figure.append(button);
	});
})();
