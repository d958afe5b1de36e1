package vn.motcua.reporting.subscription;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.reporting.board.DrawnPicture;
import vn.motcua.reporting.board.Drawing;

/** Answers the questions of a subscription and writes the letter, where there is something to tell. */
@Component
class Writing {

	private final Drawing drawing;

	private final CompletePeriods complete;

	private final Letters letters;

	Writing(Drawing drawing, CompletePeriods complete, Letters letters) {
		this.drawing = drawing;
		this.complete = complete;
		this.letters = letters;
	}

	/** False when no letter was written: there is no address, or no period became complete. */
	boolean write(Subscription subscription, Subjects.Subject subject, Instant now) {
		if (subject.reader().email() == null) {
			return false;
		}
		List<DrawnPicture> pictures = drawing.drawn(subject.pictures(), "");
		if (subscription.rhythm() != Rhythm.COMPLETE) {
			letters.send(subscription, subject, pictures, List.of(), now);
			return true;
		}
		List<CompletePeriods.Fresh> fresh = complete.tell(subscription, pictures);
		if (!fresh.isEmpty()) {
			letters.send(subscription, subject, fresh.stream().map(CompletePeriods.Fresh::picture).toList(), fresh, now);
		}
		return !fresh.isEmpty();
	}

	void end(Subscription subscription) {
		letters.ended(subscription);
	}

}
