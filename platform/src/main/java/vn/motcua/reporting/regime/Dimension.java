package vn.motcua.reporting.regime;

import java.util.List;

import vn.motcua.kernel.LocalizedText;

/** A way to break indicators down (<i>phân tổ</i>), with its items in their order. */
record Dimension(String code, LocalizedText name, List<Item> items) {

	record Item(String code, LocalizedText name) {
	}

}
