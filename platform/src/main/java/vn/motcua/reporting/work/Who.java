package vn.motcua.reporting.work;

import vn.motcua.kernel.access.Permission;

/** Whose act it is: what the agency is to the report, and what the officer may do there. */
enum Who {

	/** A clerk of the agency that reports. */
	REPORTER(Relation.OWN, Permission.REPORT_FILL),
	/** A leader of the agency that reports. */
	LEADER(Relation.OWN, Permission.REPORT_APPROVE),
	/** A clerk of the agency it goes to. */
	RECEIVER(Relation.RECEIVER, Permission.REPORT_RECEIVE),
	/** A reporting officer of the agency that issued the regime. */
	OWNER(Relation.OWNER, Permission.REPORT_RECEIVE);

	enum Relation {
		OWN, RECEIVER, OWNER
	}

	private final Relation relation;

	private final Permission permission;

	Who(Relation relation, Permission permission) {
		this.relation = relation;
		this.permission = permission;
	}

	Relation relation() {
		return relation;
	}

	Permission permission() {
		return permission;
	}

}
