package vn.motcua.catalogue;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * One thing that differs between two versions of a service, in words an officer understands.
 *
 * @param what the thing, for example "Thời hạn giải quyết, Đăng ký đúng hạn"
 * @param before {@code null} when it is new
 * @param after {@code null} when it is gone
 */
public record Difference(Area area, LocalizedText what, @Nullable LocalizedText before, @Nullable LocalizedText after) {

	/** Part of the service, in the order people read it. */
	public enum Area {
		RECORD, CASES, COMPONENTS, FEES, TABLES, FORM, PROCESS, RESULT;

		/** Whether somebody whose draft is under way must be told of it. */
		public boolean concernsApplicants() {
			return this != PROCESS && this != RESULT;
		}

	}

	/** "Thời hạn giải quyết: 5 ngày làm việc → 3 ngày làm việc". */
	public String in(Locale locale) {
		boolean english = locale.getLanguage().equals("en");
		if (before == null && after == null) {
			return what.in(locale);
		}
		if (before == null) {
			return (english ? "New: " : "Thêm: ") + what.in(locale) + said(after, locale);
		}
		if (after == null) {
			return (english ? "Gone: " : "Bỏ: ") + what.in(locale) + said(before, locale);
		}
		return what.in(locale) + ": " + before.in(locale) + " → " + after.in(locale);
	}

	private String said(@Nullable LocalizedText value, Locale locale) {
		return value == null || value.equals(what) ? "" : ": " + value.in(locale);
	}

}
