package vn.motcua.site.component;

import vn.motcua.site.Page;

/** Sizes of files as people read them. */
public final class Sizes {

	private static final long KB = 1024;

	private static final long MB = KB * KB;

	private Sizes() {
	}

	/** 834 byte, 12 KB, 3,4 MB. */
	public static String of(Page page, long bytes) {
		if (bytes < KB) {
			return page.number(bytes) + " byte" + (page.english() && bytes != 1 ? "s" : "");
		}
		if (bytes < MB) {
			return page.number(Math.round((double) bytes / KB)) + " KB";
		}
		long tenths = Math.round(bytes * 10.0 / MB);
		return page.number(tenths / 10) + (tenths % 10 == 0 ? "" : (page.english() ? "." : ",") + tenths % 10) + " MB";
	}

}
