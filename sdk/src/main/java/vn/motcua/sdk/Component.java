package vn.motcua.sdk;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was handed in with a dossier (<i>thành phần hồ sơ</i>).
 *
 * @param code code of the component in the catalogue, {@code null} for a paper of no component
 * @param name what it is
 * @param digitised whether it was digitised at the desk
 * @param files its files by reference
 */
public record Component(@Nullable String code, String name, boolean digitised, List<FileReference> files) {

	/** Keeps the list as it is now. */
	public Component {
		Objects.requireNonNull(name, "name");
		files = List.copyOf(files);
	}

	static ArrayNode json(List<Component> components) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (Component component : components) {
			var node = array.addObject();
			if (component.code != null) {
				node.put("code", component.code);
			}
			node.put("name", component.name).put("digitised", component.digitised).set("files", FileReference.json(component.files));
		}
		return array;
	}

}
