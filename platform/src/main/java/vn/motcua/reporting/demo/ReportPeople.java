package vn.motcua.reporting.demo;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;

/** Who reports for an agency in the demonstration: the cast where it has somebody there, else people who are made up and say so. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class ReportPeople {

	private static final List<String> CLERKS = List.of("baocao.kinhbac", "baocao.bacninh", "baocao.vpcp");

	private static final List<String> LEADERS = List.of("lanhdao.kinhbac", "lanhdao.bacninh");

	private final Accounts accounts;

	ReportPeople(Accounts accounts) {
		this.accounts = accounts;
	}

	/** @param clerks who fill in, send and receive @param leaders who sign */
	record Office(Map<AgencyId, Actor> clerks, Map<AgencyId, Actor> leaders) {

		Actor clerk(AgencyId agency) {
			return clerks.getOrDefault(agency, madeUp("clerk", "Cán bộ báo cáo (mô phỏng)", agency, EnumSet.of(Permission.REPORT_VIEW, Permission.REPORT_FILL, Permission.REPORT_RECEIVE)));
		}

		Actor leader(AgencyId agency) {
			return leaders.getOrDefault(agency, madeUp("leader", "Lãnh đạo đơn vị (mô phỏng)", agency, EnumSet.of(Permission.REPORT_VIEW, Permission.REPORT_APPROVE)));
		}

		/** Whether somebody of the cast reports there. */
		boolean played(AgencyId agency) {
			return clerks.containsKey(agency);
		}

		private static Actor madeUp(String role, String name, AgencyId agency, Set<Permission> permissions) {
			UUID account = UUID.nameUUIDFromBytes(("demo-report-" + role + "-" + agency).getBytes(StandardCharsets.UTF_8));
			return new Actor(Actor.Kind.OFFICER, account, name, null, agency, permissions);
		}

	}

	Office today() {
		return new Office(cast(CLERKS), cast(LEADERS));
	}

	private Map<AgencyId, Actor> cast(List<String> logins) {
		Map<AgencyId, Actor> cast = new HashMap<>();
		for (String login : logins) {
			accounts.findByLogin(login).map(account -> accounts.actor(account.id())).filter(actor -> actor.agency() != null)
				.ifPresent(actor -> cast.put(actor.agency(), actor));
		}
		return cast;
	}

}
