package vn.motcua.reporting.work;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The reporting clerks whom a report of an agency can be given to: of the one that answers for it today. */
@Component
public class Assignees {

	private final Accounts accounts;

	private final Readers readers;

	Assignees(Accounts accounts, Readers readers) {
		this.accounts = accounts;
		this.readers = readers;
	}

	public List<Assignee> of(AgencyId agency) {
		return readers.of(Permission.REPORT_FILL, agency).stream().flatMap(id -> accounts.find(id).stream())
			.map((Account account) -> new Assignee(account.id(), account.fullName())).sorted(Comparator.comparing(Assignee::name)).toList();
	}

	/** @throws ProblemException when there is no such clerk at the agency */
	public ReportAct assignment(AgencyId agency, String account) {
		if (account.isBlank()) {
			return ReportAct.of(Act.ASSIGN);
		}
		Assignee found = of(agency).stream().filter(one -> one.account().toString().equals(account)).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/assignee", "reporting.work.assignee"))));
		return new ReportAct(Act.ASSIGN, null, null, found);
	}

}
