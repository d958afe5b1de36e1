package vn.motcua.reporting.entry;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;
import vn.motcua.site.Page;

/**
 * Workbooks of many agencies that came back: read one agency after the other. Each agency's share is taken as a whole, in a transaction of its own together
 * with the mark that it was taken, so that what was broken off goes on where it stopped.
 */
@Service
class BehalfUploads {

	private static final int AT_ONCE = 25;

	private final ReportForms forms;

	private final Agencies agencies;

	private final Reports reports;

	private final Workbooks workbooks;

	private final ShareStore shares;

	private final Clock clock;

	BehalfUploads(ReportForms forms, Agencies agencies, Reports reports, Workbooks workbooks, ShareStore shares, Clock clock) {
		this.forms = forms;
		this.agencies = agencies;
		this.reports = reports;
		this.workbooks = workbooks;
		this.shares = shares;
		this.clock = clock;
	}

	/** @param id of the upload, {@code null} when the file cannot be taken at all */
	record Read(@Nullable UUID id, List<WorkbookFinding> findings) {
	}

	Read read(ReportForm gatherer, Path file, String name, Actor actor) {
		UUID id = shares.begin(gatherer.address().key(), name, actor);
		Taking taking = new Taking(gatherer, id, actor);
		boolean whole = false;
		try {
			List<WorkbookFinding> findings = WorkbookReading.each(file, workbooks.wanted(gatherer), taking::form, taking);
			whole = taking.place > 0 && !WorkbookReading.refuses(findings);
			if (whole) {
				shares.ready(id, findings);
			}
			return new Read(whole ? id : null, findings);
		}
		finally {
			if (!whole) {
				shares.drop(id);
			}
		}
	}

	/** Shares of one file on their way into the store. */
	private final class Taking implements WorkbookReading.Shares {

		private final ReportForm gatherer;

		private final UUID id;

		private final Actor actor;

		private final Map<String, ReportForm> known = new HashMap<>();

		private final Map<String, ProblemException> refused = new HashMap<>();

		private int place;

		Taking(ReportForm gatherer, UUID id, Actor actor) {
			this.gatherer = gatherer;
			this.id = id;
			this.actor = actor;
		}

		/** Empty for what is no business of this actor, as for what there is not. */
		Optional<ReportForm> form(String agency) {
			if (known.size() >= BehalfWorkbooks.MOST) {
				return Optional.empty();
			}
			try {
				ReportAddress of = gatherer.address();
				ReportForm form = forms.at(of.regime().code().value(), of.opening().period().code(), agency);
				refusal(form, actor).ifPresent(refusal -> refused.put(agency, refusal));
				known.put(agency, form);
				return Optional.of(form);
			}
			catch (ProblemException notTheirs) {
				return Optional.empty();
			}
		}

		@Override
		public void take(WorkbookContent.Part part, List<WorkbookFinding> findings) {
			List<WorkbookFinding> all = new ArrayList<>(findings);
			if (refused.containsKey(part.agency())) {
				all.addFirst(finding(refused.get(part.agency())));
			}
			shares.add(id, ++place, known.get(part.agency()).address().agency().id(), part, all);
		}

	}

	/** Why it cannot be entered now; what is none of the actor's business is no report at all. */
	private Optional<ProblemException> refusal(ReportForm form, Actor actor) {
		try {
			reports.fillable(form.address().key(), ValueSource.ON_BEHALF, actor);
			return Optional.empty();
		}
		catch (ProblemException refused) {
			if (refused.code() == ReportingProblem.OTHER_AGENCY || refused.code() == ReportingProblem.NOT_OWED) {
				throw refused;
			}
			return Optional.of(refused);
		}
	}

	/** Every share of an upload with what it would change, one after the other. @param compared {@code null} for one that was taken or has findings */
	record Compared(ShareStore.Share share, ReportForm form, Workbooks.@Nullable Compared compared) {

		boolean whole() {
			return compared != null;
		}

		/** Nothing to look at. */
		boolean same() {
			return compared != null && compared.changes() == 0 && share.refusal() == null;
		}

	}

	void each(ReportForm gatherer, UUID upload, Consumer<Compared> act) {
		for (List<ShareStore.Share> some = shares.shares(upload, 0, AT_ONCE); !some.isEmpty(); some = shares.shares(upload, some.getLast().place(), AT_ONCE)) {
			for (ShareStore.Share share : some) {
				ReportForm form = forms.of(address(gatherer, share));
				act.accept(new Compared(share, form, share.waits() && share.findings().isEmpty() ? workbooks.compare(form, share.part()) : null));
			}
		}
	}

	/** What any share would change as short texts: another one as soon as anything is another. */
	static final class Digest {

		private final Map<Integer, String> shares = new TreeMap<>();

		void add(Compared share) {
			if (share.whole()) {
				shares.put(share.share().place(), Workbooks.digest(List.of(share.compared())));
			}
		}

		boolean has(Compared share) {
			return share.whole() && Workbooks.digest(List.of(share.compared())).equals(shares.get(share.share().place()));
		}

		String text() {
			return WorkbookStamp.digest(shares.toString());
		}

	}

	Digest digest(ReportForm gatherer, UUID upload) {
		Digest digest = new Digest();
		each(gatherer, upload, digest::add);
		return digest;
	}

	/** Takes one share as the clerk looked at it, or tells beside it why not. */
	boolean accept(UUID upload, Compared share, Digest looked, Actor actor) {
		Optional<ProblemException> refused = !looked.has(share) ? Optional.of(new ProblemException(CommonProblem.CHANGED_MEANWHILE))
				: workbooks.accept(List.of(share.compared()), ValueSource.ON_BEHALF, named(actor), () -> {
					if (!shares.accept(upload, share.share().place())) {
						throw new ProblemException(EntryProblem.NO_SUCH_UPLOAD);
					}
				});
		refused.ifPresent(why -> shares.refuse(upload, share.share().place(), finding(why)));
		return refused.isEmpty();
	}

	/** Whoever reads the history of a cell sees that it was not the agency's own clerk. */
	private Actor named(Actor actor) {
		if (actor.agency() == null) {
			return actor;
		}
		String of = agencies.get(actor.agency(), LocalDate.now(clock.withZone(Page.ZONE))).fullName().vi();
		return new Actor(actor.kind(), actor.account(), actor.name() + " (" + of + ")", actor.subject(), actor.agency(), actor.permissions());
	}

	private static WorkbookFinding finding(ProblemException refused) {
		Map<String, String> values = new HashMap<>();
		refused.values().forEach((name, value) -> values.put(name, String.valueOf(value)));
		return new WorkbookFinding(null, null, refused.code().code(), values);
	}

	private ReportAddress address(ReportForm gatherer, ShareStore.Share share) {
		ReportAddress of = gatherer.address();
		return new ReportAddress(of.regime(), of.opening(), agencies.get(share.agency(), of.opening().period().to()));
	}

}
