package vn.motcua.form.preview;

import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.form.preview.Preview.Place;
import vn.motcua.form.preview.PreviewPages.Drawn;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;

/** The bundle of a proposal as it would come out, for those who may see the proposal. Nothing here changes anything. */
@Controller
@RequestMapping("/quan-tri/dich-vu/de-nghi/{id}/xem-truoc")
@RequiresPermission(Permission.SERVICE_PUBLISH)
class PreviewController {

	private final Proposals proposals;

	private final PreviewTools tools;

	PreviewController(Proposals proposals, PreviewTools tools) {
		this.proposals = proposals;
		this.tools = tools;
	}

	@GetMapping
	String index(@PathVariable UUID id, Model model) {
		return draw(id, PreviewPages::index, model);
	}

	@GetMapping("/quy-trinh")
	String process(@PathVariable UUID id, Model model) {
		return draw(id, PreviewPages::process, model);
	}

	@GetMapping("/trang/{pageId}/{example}")
	String form(@PathVariable UUID id, @PathVariable String pageId, @PathVariable int example, Model model) {
		return draw(id, preview -> PreviewPages.form(preview, pageId, example), model);
	}

	@GetMapping("/vi-du/{example}")
	String outcome(@PathVariable UUID id, @PathVariable int example, Model model) {
		return draw(id, preview -> PreviewPages.outcome(preview, example), model);
	}

	@GetMapping("/vi-du/{example}/{paper}")
	ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable int example, @PathVariable String paper) {
		byte[] pdf = of(id, preview -> PreviewPages.paper(preview, example, paper));
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("xem-truoc-" + paper + ".pdf").build().toString()).body(pdf);
	}

	private String draw(UUID id, Function<Preview, Drawn> page, Model model) {
		Drawn drawn = of(id, page);
		model.addAllAttributes(drawn.values());
		return drawn.template();
	}

	/** A bundle that was sound when it was put up may be so no longer, where a rule was added since. */
	private <T> T of(UUID id, Function<Preview, T> shown) {
		String proposal = "/quan-tri/dich-vu/de-nghi/" + id;
		try {
			return shown.apply(new Preview(proposals.bundle(id), tools, new Place(proposal + "/xem-truoc", proposal)));
		}
		catch (BundleRefused | DateTimeException | IllegalArgumentException unsound) {
			throw new ProblemException(CatalogueProblem.BUNDLE_REFUSED);
		}
	}

}
