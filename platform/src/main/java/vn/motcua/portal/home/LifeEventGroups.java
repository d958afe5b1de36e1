package vn.motcua.portal.home;

import java.util.List;

/** Life events that have services, for people and for businesses. */
public record LifeEventGroups(List<LifeEvent> citizen, List<LifeEvent> enterprise) {

	/** @param services how many services belong to it */
	public record LifeEvent(String key, int services) {

		public String href() {
			return "/tim-kiem?su-kien=" + key;
		}

	}

}
