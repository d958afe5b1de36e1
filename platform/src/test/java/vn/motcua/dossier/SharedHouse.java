package vn.motcua.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.ProcedureCode;

/** A house on a plot of three owners: the bundle's own example, moved to the tree and the calendar of today, without the co-owners' part. */
public final class SharedHouse {

	public static final ProcedureCode CODE = new ProcedureCode("1.009974");

	private SharedHouse() {
	}

	public static ObjectNode answers() {
		ObjectNode answers = example();
		answers.remove("co_owners");
		((ObjectNode) answers.get("schedule")).put("start", LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
		((ObjectNode) answers.get("site")).set("place", place("Số 15"));
		((ObjectNode) answers.at("/owner/person")).set("address", place("Số 3"));
		return answers;
	}

	private static ObjectNode example() {
		try {
			for (JsonNode example : BundleReader.examples(Bundle.of(Path.of("..", "services", "1.009974-giay-phep-xay-dung"))).tree()) {
				if (example.at("/answers/co_owners").size() == 2) {
					return (ObjectNode) example.get("answers").deepCopy();
				}
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		throw new IllegalStateException("the bundle has no example with two co-owners");
	}

	private static ObjectNode place(String line) {
		return JsonMapper.shared().createObjectNode().put("province", "01").put("commune", "00070").put("line", line);
	}

}
