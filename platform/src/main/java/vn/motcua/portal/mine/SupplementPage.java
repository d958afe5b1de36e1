package vn.motcua.portal.mine;

import java.util.List;
import java.util.Map;

import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.dossier.DossierStep.SupplementItem;

/**
 * Answering a supplement: what was asked, item by item, and what is uploaded already.
 *
 * @param note what the person adds in words
 */
public record SupplementPage(DossierPage dossier, List<Item> items, String note, List<Problem> problems) {

	public record Item(int number, SupplementItem asked, Component component, List<SupplementBasket.Kept> files) {

		public String field() {
			return "file-" + number;
		}

	}

	/** @param field id of the field to go to */
	public record Problem(String field, String key, Map<String, Object> values) {
	}

	public List<Problem> problems(String field) {
		return problems.stream().filter(problem -> problem.field().equals(field)).toList();
	}

}
