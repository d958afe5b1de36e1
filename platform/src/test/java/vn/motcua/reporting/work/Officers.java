package vn.motcua.reporting.work;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.Visit;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Role;
import vn.motcua.identity.domain.Roles;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;

/** Officers of a test's own, at any agency, also at one that ended. */
public final class Officers {

	private static final String PASSWORD = "sương sớm trên hồ";

	private final BeanFactory program;

	public Officers(BeanFactory program) {
		this.program = program;
	}

	/** Login of a new one. */
	public String at(AgencyId agency, Role... held) {
		Accounts accounts = program.getBean(Accounts.class);
		Roles roles = program.getBean(Roles.class);
		Actor administrator = accounts.actor(accounts.findByLogin("quantri").orElseThrow().id());
		String login = "thu" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
		UUID officer = roles.addOfficer(login, "Cán Bộ Thử", "0911000199", PASSWORD);
		Arrays.stream(held).forEach(role -> roles.grant(administrator, officer, role, agency));
		return login;
	}

	public Actor actor(String login) {
		return new ReportCourse(program).actor(login);
	}

	public Visit visit(int port, String login) {
		return Visit.signedIn("http://localhost:" + port, login, PASSWORD);
	}

}
