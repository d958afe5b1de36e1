package vn.motcua.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.AgencyId;

/**
 * What an agency's system sends that is no event of a dossier. Decision 31/2021/QĐ-TTg art. 30.
 *
 * @param number ours, from 1
 * @param id the sender's own; with agency and kind it names the record for good
 * @param dossier code of the dossier it is about, {@code null} for none
 * @param at when it was so
 * @param body the line as it was sent
 */
public record SentRecord(long number, Kind kind, AgencyId agency, String id, @Nullable String dossier, Instant at, Instant recordedAt, ObjectNode body) {

	public enum Kind {
		/** Statistics of a period (<i>số liệu thống kê</i>). */
		STATISTICS,
		/** Satisfaction (<i>đánh giá mức độ hài lòng</i>). */
		RATINGS,
		/** Receipt and delivery by post (<i>bưu chính công ích</i>). */
		POST,
		/** Payments (<i>thanh toán</i>). */
		PAYMENTS,
		/** Questions and answers (<i>hỏi đáp</i>). */
		QUESTIONS;

		/** The word in addresses. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	public String text(String member) {
		return body.path(member).asString("");
	}

	public long count(String member) {
		return body.path(member).asLong(0);
	}

}
