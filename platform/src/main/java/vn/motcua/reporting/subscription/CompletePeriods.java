package vn.motcua.reporting.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.motcua.reporting.analysis.Answer;
import vn.motcua.reporting.board.DrawnPicture;

/** Which periods became complete since a subscription was last looked at. Those that were when it began are not told of. */
@Component
class CompletePeriods {

	/** Stands among the periods told of once a question was looked at. */
	private static final String BEGUN = "";

	private final SubscriptionStore store;

	CompletePeriods(SubscriptionStore store) {
		this.store = store;
	}

	/**
	 * @param picture with the figures of the last of the periods
	 * @param periods codes
	 */
	record Fresh(DrawnPicture picture, List<String> periods) {
	}

	/** From now on they are told of; joins the transaction that writes the letter. */
	List<Fresh> tell(Subscription subscription, List<DrawnPicture> pictures) {
		List<Fresh> all = new ArrayList<>();
		for (DrawnPicture picture : pictures) {
			if (picture.view() == null || picture.view().empty()) {
				continue;
			}
			String question = picture.picture().question();
			Set<String> told = store.told(subscription.number(), question);
			List<String> fresh = complete(picture.view().answer()).stream().filter(period -> !told.contains(period)).toList();
			store.tell(subscription.number(), question, fresh);
			if (!told.contains(BEGUN)) {
				store.tell(subscription.number(), question, List.of(BEGUN));
			}
			else if (!fresh.isEmpty()) {
				all.add(new Fresh(picture.at(fresh.getLast()), fresh));
			}
		}
		return all;
	}

	private static List<String> complete(Answer answer) {
		List<String> periods = new ArrayList<>();
		for (int c = 0; c < answer.columns().size(); c++) {
			if (answer.complete(c)) {
				periods.add(answer.columns().get(c).code());
			}
		}
		return periods;
	}

}
