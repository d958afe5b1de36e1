package vn.motcua.portal.track;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.OwnNumbers;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.PublicAccess;

/** Public tracking by code, or by the agency's own number (<i>tra cứu hồ sơ</i>): code, status and progress, nothing else. Circular 01/2018/TT-VPCP art. 16. */
@Controller
@PublicAccess
class TrackController {

	private final Dossiers dossiers;

	private final OwnNumbers numbers;

	private final LookupPace pace;

	TrackController(Dossiers dossiers, OwnNumbers numbers, LookupPace pace) {
		this.dossiers = dossiers;
		this.numbers = numbers;
		this.pace = pace;
	}

	@GetMapping("/tra-cuu")
	String track(@RequestParam(name = "ma", defaultValue = "") String typed, HttpServletRequest request, HttpServletResponse response, Model model) {
		TrackPage track = typed.isBlank() ? TrackPage.empty() : lookUp(typed, request.getRemoteAddr(), response);
		model.addAttribute("track", track);
		return "portal/track";
	}

	private TrackPage lookUp(String typed, String address, HttpServletResponse response) {
		if (!pace.allows(address)) {
			return refused(typed, "portal.track.slower", 429, response);
		}
		Optional<DossierCode> code = TypedCode.read(typed);
		return code.flatMap(dossiers::track).or(() -> numbers.find(typed.strip()).flatMap(dossiers::track)).map(TrackPage::found)
				.orElseGet(() -> code.isEmpty() ? refused(typed, "portal.track.not-a-code", 422, response) : refused(typed, "portal.track.unknown", 404, response));
	}

	private static TrackPage refused(String typed, String problem, int status, HttpServletResponse response) {
		response.setStatus(status);
		return TrackPage.refused(typed, problem);
	}

}
