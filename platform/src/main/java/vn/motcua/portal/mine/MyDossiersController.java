package vn.motcua.portal.mine;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.portal.mine.MyDossiersPage.DraftCard;

/** My dossiers (<i>hồ sơ của tôi</i>): a card for each, newest first, and the drafts before them. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class MyDossiersController {

	private static final Limit PER_PAGE = Limit.of(20);

	private final Drafts drafts;

	private final Dossiers dossiers;

	private final Catalogue catalogue;

	private final CoSigning signing;

	private final Clock clock;

	MyDossiersController(Drafts drafts, Dossiers dossiers, Catalogue catalogue, CoSigning signing, Clock clock) {
		this.drafts = drafts;
		this.dossiers = dossiers;
		this.catalogue = catalogue;
		this.signing = signing;
		this.clock = clock;
	}

	@GetMapping("/ho-so")
	String mine(@CurrentActor Actor actor, @RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		boolean first = after == null || after.isEmpty();
		Slice<DossierSummary> slice = actor.subject() == null ? new Slice<>(List.of(), null) : dossiers.ofApplicant(actor, PER_PAGE, after);
		List<DraftCard> cards = first && actor.applicant() ? drafts.of(actor).stream()
				.map(draft -> new DraftCard(draft.id(), catalogue.get(draft.serviceVersion()).name(), draft.savedAt())).toList() : List.of();
		model.addAttribute("mine", new MyDossiersPage(first && actor.applicant() ? signings(actor) : List.of(), cards, slice.items(), slice.next(), first, clock.instant()));
		return "portal/my-dossiers";
	}

	private List<MyDossiersPage.SigningCard> signings(Actor actor) {
		return signing.of(actor).stream().map(view -> new MyDossiersPage.SigningCard(view.id(), catalogue.get(view.serviceVersion()).name(), view.applicantName(),
				view.signedAt() != null)).toList();
	}

}
