package vn.motcua.agent.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Rows of a file with one JSON object a line; a member inside another is the column {@code outer.inner}. */
final class NdjsonRows implements Rows {

	private static final int LONGEST_LINE = 64 << 10;

	private static final int DEEPEST = 8;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String name;

	private final Reader reader;

	private long line;

	NdjsonRows(String name, Reader reader) {
		this.name = name;
		this.reader = reader;
	}

	@Override
	public @Nullable Row next(Taker taker) throws IOException {
		while (true) {
			StringBuilder text = new StringBuilder();
			int letter = reader.read();
			if (letter < 0) {
				return null;
			}
			line++;
			long length = 0;
			for (; letter >= 0 && letter != '\n'; letter = reader.read()) {
				if (++length <= LONGEST_LINE) {
					text.append((char) letter);
				}
			}
			if (length > LONGEST_LINE) {
				taker.found(new Finding(name, line, "", "row-too-long", ""));
			}
			else if (!text.toString().isBlank()) {
				Row row = row(text.toString());
				if (row != null) {
					return row;
				}
				taker.found(new Finding(name, line, "", "json", ""));
			}
		}
	}

	private @Nullable Row row(String text) {
		try {
			JsonNode object = JSON.readTree(text);
			if (object == null || !object.isObject()) {
				return null;
			}
			List<String> names = new ArrayList<>();
			List<String> cells = new ArrayList<>();
			flatten("", object, names, cells, 0);
			return new Row(name, line, new Columns(names, true), cells, false);
		}
		catch (IOException notJson) {
			return null;
		}
	}

	private static void flatten(String above, JsonNode object, List<String> names, List<String> cells, int depth) {
		object.fields().forEachRemaining(member -> {
			JsonNode value = member.getValue();
			if (value.isObject() && depth < DEEPEST) {
				flatten(above + member.getKey() + ".", value, names, cells, depth + 1);
				return;
			}
			names.add(above + member.getKey());
			cells.add(value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString());
		});
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}

}
