package vn.motcua.onestop;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep.SupplementItem;
import vn.motcua.kernel.access.Permission;

/** What an officer does to a dossier. Pages and machines say it in the same words. */
public sealed interface DeskAct {

	Kind kind();

	/** Acts by name, with who may do them: any one of the permissions is enough. */
	enum Kind {

		ACCEPT("tiep-nhan", Permission.DOSSIER_RECEIVE),
		REFUSE("tu-choi", Permission.DOSSIER_RECEIVE),
		ASK_SUPPLEMENT("bo-sung", Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS),
		ASK_FEE("yeu-cau-phi", Permission.DOSSIER_RECEIVE),
		TAKE_FEE("thu-phi", Permission.FEE_COLLECT),
		CLAIM("nhan-viec", Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS, Permission.DOSSIER_SIGN),
		FINISH("buoc", Permission.DOSSIER_PROCESS),
		CONSULT("y-kien", Permission.DOSSIER_PROCESS),
		PROPOSE("trinh-ky", Permission.DOSSIER_PROCESS),
		SIGN("ky", Permission.DOSSIER_SIGN),
		SEND_BACK("tra-lai", Permission.DOSSIER_SIGN),
		HAND_OVER("tra-ket-qua", Permission.DOSSIER_RECEIVE),
		STOP("dung", Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS),
		RESCHEDULE("hen-lai", Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS),
		CORRECT("dinh-chinh", Permission.LEDGER_CORRECT);

		private final String slug;

		private final Set<Permission> permissions;

		Kind(String slug, Permission first, Permission... others) {
			this.slug = slug;
			this.permissions = EnumSet.of(first, others);
		}

		/** Last part of the address that does it. */
		public String slug() {
			return slug;
		}

		/** Message key of what its button says. */
		public String label() {
			return "onestop.act." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		public Set<Permission> permissions() {
			return permissions;
		}

		public static Optional<Kind> ofSlug(String slug) {
			return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
		}

	}

	/** Accepts with receipt and appointment slip; asks for the fee at once when one is due on receipt. Decree 61/2018 art. 17. */
	record Accept(@Nullable String note) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.ACCEPT;
		}

	}

	record Refuse(String reason) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.REFUSE;
		}

	}

	/** Everything that is missing, in one request; at most two in the life of a dossier. Decree 61/2018 art. 15.3. */
	record AskSupplement(List<SupplementItem> items, String reason) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.ASK_SUPPLEMENT;
		}

	}

	/** Stops the clock until the open fee is paid. */
	record AskFee() implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.ASK_FEE;
		}

	}

	/** The open fee was paid at the counter. */
	record TakeFee(String method) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.TAKE_FEE;
		}

	}

	/** Takes a step over: from the group, or from a colleague. */
	record Claim(String item) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.CLAIM;
		}

	}

	/** A step of the process is done. */
	record Finish(String item, @Nullable String note) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.FINISH;
		}

	}

	/** Opinion of a consulted unit. Decree 61/2018 art. 19.5. */
	record Consult(String item, String opinion) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.CONSULT;
		}

	}

	/** Proposes to the competent person to grant, or to refuse the matter with a ground. */
	record Propose(String item, boolean granted, String opinion) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.PROPOSE;
		}

	}

	/** The competent person signs what was proposed. */
	record Sign() implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.SIGN;
		}

	}

	/** The competent person gives the dossier back to the specialist. */
	record SendBack(String reason) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.SEND_BACK;
		}

	}

	/** Hands the result over; where the process has no signing step, issues it first. */
	record HandOver(String how) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.HAND_OVER;
		}

	}

	record Stop(String reason) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.STOP;
		}

	}

	/** Apology and the one new date, at least a day before the old one. Decree 61/2018 art. 19.9. */
	record Reschedule(Instant newDueAt, String reason) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.RESCHEDULE;
		}

	}

	record Correct(DossierStatus status, String reason) implements DeskAct {

		@Override
		public Kind kind() {
			return Kind.CORRECT;
		}

	}

}
