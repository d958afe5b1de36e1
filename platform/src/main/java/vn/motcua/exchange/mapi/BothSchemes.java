package vn.motcua.exchange.mapi;

import java.util.regex.Pattern;

/** A code of an agency in the form of either scheme: {@code 000.00.15.H26} by QCVN 102:2016/BTTTT, {@code H26.15} by Decision 20/2020/QĐ-TTg. */
final class BothSchemes {

	private static final Pattern OLD = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}");

	private static final Pattern NEW = Pattern.compile("[A-Y]\\d{2}(\\.\\d{2})?(\\.\\d{2})?(\\.\\d{3})?");

	private BothSchemes() {
	}

	/** A code that has no form in the older scheme stays as it is. */
	static String qcvn102(String code) {
		if (!NEW.matcher(code).matches()) {
			return code;
		}
		String[] groups = code.split("\\.");
		return group(groups, 3, "000") + "." + group(groups, 2, "00") + "." + group(groups, 1, "00") + "." + groups[0];
	}

	static String decision20(String code) {
		if (!OLD.matcher(code).matches()) {
			return code;
		}
		String[] groups = code.split("\\.");
		StringBuilder turned = new StringBuilder(groups[3]);
		for (int i = 2; i >= 0; i--) {
			if (!groups[i].matches("0+")) {
				turned.append('.').append(groups[i]);
			}
		}
		return turned.toString();
	}

	private static String group(String[] groups, int place, String none) {
		return groups.length > place ? groups[place] : none;
	}

}
