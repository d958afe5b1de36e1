package vn.motcua.portal.home;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What a person looks for, as it stands in the address so that a result can be sent to somebody.
 *
 * @param typed words, never longer than {@value #LONGEST}
 * @param field code of the field of procedures
 * @param audience {@code citizen} or {@code enterprise}
 * @param authority level of the competent agency, for example {@code commune}
 * @param level online level, for example {@code 4}
 * @param lifeEvent key of a life event
 * @param page from 1
 */
record SearchQuery(String typed, @Nullable String field, @Nullable String audience, @Nullable String authority,
		@Nullable String level, @Nullable String lifeEvent, int page) {

	static final int LONGEST = 200;

	static final int MOST_PAGES = 50;

	SearchQuery {
		typed = typed.length() > LONGEST ? typed.substring(0, LONGEST).strip() : typed.strip();
		page = Math.clamp(page, 1, MOST_PAGES);
	}

	boolean narrowed() {
		return field != null || audience != null || authority != null || level != null || lifeEvent != null;
	}

	SearchQuery with(String facet, @Nullable String value) {
		return switch (facet) {
			case "linh-vuc" -> new SearchQuery(typed, value, audience, authority, level, lifeEvent, 1);
			case "doi-tuong" -> new SearchQuery(typed, field, value, authority, level, lifeEvent, 1);
			case "cap" -> new SearchQuery(typed, field, audience, value, level, lifeEvent, 1);
			case "muc" -> new SearchQuery(typed, field, audience, authority, value, lifeEvent, 1);
			case "su-kien" -> new SearchQuery(typed, field, audience, authority, level, value, 1);
			default -> throw new IllegalArgumentException(facet);
		};
	}

	SearchQuery onPage(int number) {
		return new SearchQuery(typed, field, audience, authority, level, lifeEvent, number);
	}

	SearchQuery withoutFacets() {
		return new SearchQuery(typed, null, null, null, null, null, 1);
	}

	/** Other words, narrowed the same. */
	SearchQuery saying(String words) {
		return new SearchQuery(words, field, audience, authority, level, lifeEvent, 1);
	}

	String href() {
		StringJoiner query = new StringJoiner("&", "/tim-kiem?", "").setEmptyValue("/tim-kiem");
		add(query, "q", typed.isEmpty() ? null : typed);
		add(query, "linh-vuc", field);
		add(query, "doi-tuong", audience);
		add(query, "cap", authority);
		add(query, "muc", level);
		add(query, "su-kien", lifeEvent);
		add(query, "trang", page == 1 ? null : Integer.toString(page));
		return query.toString();
	}

	private static void add(StringJoiner query, String name, @Nullable String value) {
		if (value != null) {
			query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
		}
	}

}
