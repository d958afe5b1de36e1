package vn.motcua.sdk;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the agency issued (<i>kết quả giải quyết</i>).
 *
 * @param code code of the result in the catalogue, {@code null} when it has none
 * @param name what it is
 * @param number number of the paper, {@code null} when it has none
 * @param files its files by reference
 */
public record Result(@Nullable String code, String name, @Nullable String number, List<FileReference> files) {

	/** Keeps the list as it is now. */
	public Result {
		Objects.requireNonNull(name, "name");
		files = List.copyOf(files);
	}

	static ArrayNode json(List<Result> results) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (Result result : results) {
			var node = array.addObject();
			if (result.code != null) {
				node.put("code", result.code);
			}
			node.put("name", result.name);
			if (result.number != null) {
				node.put("number", result.number);
			}
			node.set("files", FileReference.json(result.files));
		}
		return array;
	}

}
