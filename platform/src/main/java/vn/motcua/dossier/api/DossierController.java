package vn.motcua.dossier.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Tracking;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Messages;

/** Dossiers by machine: one's own, those of one's agency, and for everybody who has a code its progress. */
@RestController
@RequestMapping("/api/dossier/v1")
@RequiresPermission(Permission.OWN_DATA)
class DossierController {

	private static final String PURPOSE = "dossier.purpose.api";

	private final Dossiers dossiers;

	private final Messages messages;

	DossierController(Dossiers dossiers, Messages messages) {
		this.dossiers = dossiers;
		this.messages = messages;
	}

	@GetMapping("/dossiers")
	Map<String, Object> own(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after, @CurrentActor Actor actor) {
		Limit checked = Limit.of(limit);
		Slice<DossierBody.Summary> slice = actor.subject() == null ? new Slice<>(List.of(), null)
				: dossiers.ofApplicant(actor, checked, after).map(DossierBody.Summary::of);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("items", slice.items());
		body.put("next", slice.next());
		return body;
	}

	@GetMapping("/dossiers/{code}")
	ResponseEntity<DossierBody> get(@PathVariable String code, @RequestParam(defaultValue = PURPOSE) String purpose, @CurrentActor Actor actor) {
		DossierView dossier = dossiers.get(read(code), actor, purpose.length() > 200 ? purpose.substring(0, 200) : purpose);
		DossierBody body = DossierBody.of(dossier, dossiers.events(dossier.summary().code()));
		return ResponseEntity.ok().eTag("\"" + dossier.version() + "\"").cacheControl(CacheControl.noStore()).body(body);
	}

	record TrackBody(String code, String status, Map<String, String> statusName, int progress) {
	}

	@GetMapping("/track/{code}")
	@PublicAccess
	TrackBody track(@PathVariable String code) {
		Tracking tracking = dossiers.track(read(code)).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
		String key = "dossier.status." + tracking.status().name();
		return new TrackBody(tracking.code().value(), tracking.status().name(),
				Map.of("vi", messages.text(Locale.of("vi"), key), "en", messages.text(Locale.ENGLISH, key)), tracking.progress());
	}

	/** What has not the form of a code is no dossier's. */
	private static DossierCode read(String code) {
		return DossierCode.find(code).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
	}

}
