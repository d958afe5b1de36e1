package vn.motcua.kernel.register;

import java.util.Map;
import java.util.Optional;

import vn.motcua.kernel.LocalizedText;

/**
 * A register that forms take answers from (<i>cơ sở dữ liệu quốc gia, chuyên ngành</i>). The room that keeps or reaches one
 * offers it as a bean; where none is offered, people write the answers themselves.
 */
public interface Register {

	/** Word in prefill: {@code register.<word>.<name>}; lower-case letters and hyphens. */
	String word();

	/** What people call it. */
	LocalizedText name();

	/**
	 * What it says of a person or enterprise, by the names its own documentation gives: {@code name}, {@code birth_date} as an
	 * ISO date, {@code address.commune} as a statistics code.
	 * @param subject personal number or tax code
	 * @return empty when it knows nobody of that number
	 * @throws RegisterDown when it does not answer now
	 */
	Optional<Map<String, String>> find(String subject) throws RegisterDown;

}
