package vn.motcua.sandbox.year;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;

/** What happens to one dossier of an honest desk, from the hand of the applicant and back into it. */
final class Course {

	private static final String[] MISSING = { "Thiếu bản sao giấy tờ tùy thân", "Bản vẽ chưa có xác nhận của chủ đầu tư", "Tờ khai chưa ký", "Thiếu giấy ủy quyền",
			"Giấy tờ nước ngoài chưa được dịch" };

	private static final String[] REFUSALS = { "Không thuộc thẩm quyền giải quyết", "Hồ sơ không đúng đối tượng" };

	private final List<Step> steps = new ArrayList<>(8);

	private final RandomGenerator random;

	private final Procedure procedure;

	private final String[] officers;

	private final int latePercent;

	private Course(RandomGenerator random, Procedure procedure, String[] officers, int latePercent) {
		this.random = random;
		this.procedure = procedure;
		this.officers = officers;
		this.latePercent = latePercent;
	}

	static List<Step> of(RandomGenerator random, Procedure procedure, String[] officers, int latePercent, Channel channel, Instant received) {
		Course course = new Course(random, procedure, officers, latePercent);
		course.run(channel, received);
		return course.steps;
	}

	private void run(Channel channel, Instant received) {
		step(Status.SUBMITTED, received, null, null, 0);
		int luck = random.nextInt(1_000);
		Instant accepted = later(received, 1 + random.nextInt(channel == Channel.DESK ? 15 : 120));
		if (luck < 20) {
			step(Status.REFUSED, accepted, null, pick(REFUSALS), 0);
			return;
		}
		long limit = procedure.hours() * 60L;
		Instant due = WorkingTime.add(accepted, limit);
		boolean paysLater = procedure.feeVnd() > 0 && !procedure.immediate() && luck >= 200 && luck < 250;
		step(Status.ACCEPTED, accepted, due, null, paysLater ? 0 : procedure.feeVnd());
		Instant begun = later(accepted, procedure.immediate() ? 1 + random.nextInt(10) : limit / 20 + random.nextLong(limit / 10));
		step(Status.PROCESSING, begun, null, "Thẩm định hồ sơ", 0);
		if (luck < 200 && !procedure.immediate()) {
			pause(Status.SUPPLEMENT_REQUESTED, pick(MISSING), begun, limit, 12, 0);
		}
		else if (paysLater) {
			pause(Status.PAYMENT_REQUESTED, "Đề nghị nộp phí, lệ phí", begun, limit, 5, procedure.feeVnd());
		}
		else if (luck >= 250 && luck < 260) {
			step(Status.WITHDRAWN, later(begun, limit / 10 + 1), null, "Công dân đề nghị rút hồ sơ", 0);
		}
		else if (luck >= 260 && luck < 270) {
			step(Status.STOPPED, later(begun, limit / 3 + 1), null, "Không đủ điều kiện giải quyết", 0);
		}
		else if (luck >= 270 && luck < 285 && !procedure.immediate()) {
			Instant told = WorkingTime.add(accepted, limit - 8 * 60 - 1);
			Instant second = WorkingTime.add(due, 24 * 60);
			step(Status.PROCESSING, told, second, "Xin lỗi và hẹn lại ngày trả kết quả", 0);
			finish(told, 29 * 60, second);
		}
		else {
			finish(begun, limit - limit * 3 / 20, due);
		}
	}

	/** The clock stands until the applicant has done it; what was left of the time begins again. */
	private void pause(Status status, String note, Instant begun, long limit, int mostDays, long paidVnd) {
		Instant asked = later(begun, limit / 10 + 1);
		step(status, asked, null, note, 0);
		Instant answered = later(asked.plus(Duration.ofHours(12L + random.nextInt(mostDays * 24))), 1);
		long left = limit * 7 / 10;
		Instant due = WorkingTime.add(answered, left);
		step(Status.PROCESSING, answered, due, status == Status.SUPPLEMENT_REQUESTED ? "Đã nhận bổ sung" : "Đã nộp phí, lệ phí", paidVnd);
		finish(answered, left, due);
	}

	private void finish(Instant from, long left, Instant due) {
		boolean late = random.nextInt(1_000) < latePercent * 10;
		Instant done = late ? later(due, 30 + random.nextInt(24 * 60)) : later(from, Math.max(1, (long) (left * (0.3 + 0.6 * random.nextDouble())) - 1));
		step(Status.COMPLETED, done, null, null, 0);
		if (random.nextInt(200) == 0) {
			step(Status.PROCESSING, later(done, 60), null, "Kết quả sai thông tin, chuyển lại", 0);
			done = later(done, 240);
			step(Status.COMPLETED, done, null, null, 0);
		}
		step(Status.RETURNED, later(done, 1 + random.nextInt(procedure.immediate() ? 30 : 40 * 60)), null, null, 0);
	}

	private Instant later(Instant from, long minutes) {
		return WorkingTime.add(from, minutes).plusSeconds(random.nextInt(60));
	}

	private void step(Status status, Instant at, @Nullable Instant due, @Nullable String note, long paidVnd) {
		steps.add(new Step(status, at, at.plusSeconds(60 + random.nextInt(900)), due, note, pick(officers), paidVnd, false));
	}

	private String pick(String[] from) {
		return from[random.nextInt(from.length)];
	}

}
