package vn.motcua.portal.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierStep.SupplementItem;
import vn.motcua.dossier.DossierView.SupplementRequest;
import vn.motcua.dossier.Dossiers;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.portal.mine.SupplementPage.Item;
import vn.motcua.portal.mine.SupplementPage.Problem;
import vn.motcua.portal.upload.Upload;
import vn.motcua.portal.upload.Uploads;

/** Answering a request for supplements (<i>bổ sung hồ sơ</i>): files for each item asked, sent together. */
@Controller
@RequiresPermission(Permission.APPLY)
class SupplementController {

	private static final int LONGEST_NOTE = 1000;

	private static final Set<String> USUAL_TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

	private final OwnDossiers own;

	private final Dossiers dossiers;

	private final Uploads uploads;

	SupplementController(OwnDossiers own, Dossiers dossiers, Uploads uploads) {
		this.own = own;
		this.dossiers = dossiers;
		this.uploads = uploads;
	}

	@GetMapping("/ho-so/{code}/bo-sung")
	String ask(@PathVariable String code, @CurrentActor Actor actor, HttpSession session, Model model) {
		DossierPage dossier = own.page(code, actor);
		if (dossier.openSupplement() == null) {
			return "redirect:" + dossier.href();
		}
		return draw(dossier, basket(session, dossier), "", List.of(), model);
	}

	@PostMapping(path = "/ho-so/{code}/bo-sung", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String answer(@PathVariable String code, @RequestParam(defaultValue = "upload") String action, @RequestParam(defaultValue = "") String note,
			@CurrentActor Actor actor, MultipartHttpServletRequest request, HttpServletResponse response, Model model) {
		DossierPage dossier = own.page(code, actor);
		SupplementRequest asked = dossier.openSupplement();
		if (asked == null) {
			return "redirect:" + dossier.href();
		}
		SupplementBasket basket = basket(request.getSession(), dossier);
		List<Problem> problems = new ArrayList<>(store(items(dossier, basket), request.getMultiFileMap(), basket));
		if (action.startsWith("remove:")) {
			remove(action, basket);
		}
		if (action.equals("send") && problems.isEmpty()) {
			problems.addAll(missing(items(dossier, basket), note));
			if (problems.isEmpty()) {
				dossiers.record(dossier.summary().code(), new DossierStep.AnswerSupplement(basket.supplied(), note.isBlank() ? null : note.strip()), actor);
				basket.clear();
				return "redirect:" + dossier.href();
			}
		}
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return draw(dossier, basket, note, problems, model);
	}

	private List<Problem> store(List<Item> items, MultiValueMap<String, MultipartFile> handed, SupplementBasket basket) {
		List<Problem> problems = new ArrayList<>();
		for (Item item : items) {
			List<MultipartFile> files = handed.getOrDefault(item.field(), List.of());
			Upload upload = uploads.take(files, item.component(), item.component().maxFiles() - item.files().size());
			upload.stored().forEach(file -> basket.add(item.number(), item.asked().componentId(), file));
			for (Upload.Refusal refusal : upload.refused()) {
				Map<String, Object> values = new HashMap<>(refusal.values());
				values.put("file", refusal.file());
				problems.add(new Problem(item.field(), refusal.key(), values));
			}
		}
		return problems;
	}

	private static List<Problem> missing(List<Item> items, String note) {
		List<Problem> problems = new ArrayList<>();
		items.stream().filter(item -> item.files().isEmpty()).forEach(item -> problems.add(new Problem(item.field(), "portal.supplement.missing",
				Map.of("what", item.asked().what()))));
		if (note.length() > LONGEST_NOTE) {
			problems.add(new Problem("note", "portal.supplement.note-too-long", Map.of("max", LONGEST_NOTE)));
		}
		return problems;
	}

	private static void remove(String action, SupplementBasket basket) {
		try {
			basket.remove(UUID.fromString(action.substring("remove:".length())));
		}
		catch (IllegalArgumentException notAnId) {
			// nothing of that name is in the basket
		}
	}

	private static SupplementBasket basket(HttpSession session, DossierPage dossier) {
		return new SupplementBasket(session, dossier.summary().code().value());
	}

	private static String draw(DossierPage dossier, SupplementBasket basket, String note, List<Problem> problems, Model model) {
		model.addAttribute("supplement", new SupplementPage(dossier, items(dossier, basket), note, problems));
		return "portal/supplement";
	}

	private static List<Item> items(DossierPage dossier, SupplementBasket basket) {
		SupplementRequest asked = dossier.openSupplement();
		List<Item> items = new ArrayList<>();
		for (SupplementItem item : asked == null ? List.<SupplementItem>of() : asked.items()) {
			items.add(new Item(items.size(), item, component(dossier, item), basket.files(items.size())));
		}
		return items;
	}

	/** The service's own paper, or one of the usual kinds when the officer asked for something else. */
	private static Component component(DossierPage dossier, SupplementItem item) {
		return dossier.service().components().stream().filter(component -> component.id().equals(item.componentId())).findFirst()
				.orElseGet(() -> new Component(item.componentId().isEmpty() ? "other" : item.componentId(), LocalizedText.same(item.what()), null, "true", Set.of(), 1, 0, USUAL_TYPES,
						10L * 1024 * 1024, 5, null));
	}

}
