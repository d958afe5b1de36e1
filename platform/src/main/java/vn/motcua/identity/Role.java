package vn.motcua.identity;

import java.util.EnumSet;
import java.util.Set;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;

/**
 * What somebody is for the platform, as a set of permissions. Citizens and enterprises are what they are everywhere; an
 * officer holds the other roles at an agency, from a day and until a day. Source of the desk's roles: Decree 61/2018/NĐ-CP
 * art. 8–11.
 */
public enum Role {

	/** A person for themself. */
	CITIZEN(Permission.APPLY),
	/** An enterprise through the person who holds its account. */
	ENTERPRISE(Permission.APPLY),
	/** One-stop officer (<i>cán bộ tiếp nhận và trả kết quả</i>). */
	RECEIVER(Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE, Permission.REPORT_VIEW),
	/** Specialist who works on the steps (<i>chuyên viên thụ lý</i>). */
	SPECIALIST(Permission.DOSSIER_VIEW, Permission.DOSSIER_PROCESS, Permission.REPORT_VIEW),
	/** Competent person who signs (<i>lãnh đạo ký</i>) and answers for corrections of the record. */
	LEADER(Permission.DOSSIER_VIEW, Permission.DOSSIER_SIGN, Permission.LEDGER_CORRECT, Permission.REPORT_VIEW, Permission.REPORT_APPROVE),
	/** Takes fees at the counter (<i>thu ngân</i>). */
	CASHIER(Permission.DOSSIER_VIEW, Permission.FEE_COLLECT),
	/** Procedure-control officer (<i>cán bộ kiểm soát thủ tục hành chính</i>). */
	PROCEDURE_CONTROL(Permission.SERVICE_PUBLISH),
	/** Head of procedure control, who decides on publications of others (<i>lãnh đạo kiểm soát thủ tục hành chính</i>). */
	PROCEDURE_CONTROL_HEAD(Permission.SERVICE_PUBLISH, Permission.SERVICE_APPROVE),
	/** Contact for procedure control at a ministry or province (<i>cán bộ đầu mối kiểm soát thủ tục hành chính</i>). */
	PROCEDURE_CONTACT(Permission.SERVICE_OFFER),
	/** Reporting clerk (<i>cán bộ báo cáo</i>). */
	REPORTING_CLERK(Permission.REPORT_VIEW, Permission.REPORT_FILL, Permission.REPORT_RECEIVE),
	/** Sets up and receives the reports of a ministry (<i>cán bộ đầu mối chế độ báo cáo</i>). */
	REPORTING_OFFICER(Permission.REPORT_VIEW, Permission.REPORT_FILL, Permission.REPORT_RECEIVE, Permission.REPORT_DESIGN),
	/** Leader at the operations centre. */
	CENTRE_LEADER(Permission.REPORT_VIEW, Permission.REPORT_APPROVE),
	/** Looks after the systems of an agency that are connected (<i>quản trị hệ thống của cơ quan</i>). */
	AGENCY_ADMINISTRATOR(Permission.SYSTEM_VIEW, Permission.SYSTEM_REGISTER),
	/** Looks after agencies, accounts and connected systems and reads the record of access; handles no dossier. */
	ADMINISTRATOR(Permission.AGENCY_MANAGE, Permission.ACCOUNT_MANAGE, Permission.AUDIT_READ, Permission.SYSTEM_VIEW, Permission.SYSTEM_APPROVE);

	private final Set<Permission> permissions;

	/** Everybody sees their own account, inbox and who looked at their data. */
	Role(Permission... permissions) {
		this.permissions = EnumSet.of(Permission.OWN_DATA, permissions);
	}

	public Set<Permission> permissions() {
		return permissions;
	}

	/** True when an officer holds it at an agency. */
	public boolean atAgency() {
		return this != CITIZEN && this != ENTERPRISE;
	}

	public static Role of(Actor.Kind applicant) {
		return applicant == Actor.Kind.ENTERPRISE ? ENTERPRISE : CITIZEN;
	}

}
