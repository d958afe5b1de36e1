package vn.motcua.site.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import vn.motcua.kernel.access.PublicAccess;

/** Every shared part with an example, for those who build and judge pages. */
@Controller
@PublicAccess
@ConditionalOnBooleanProperty("motcua.demo")
class ComponentsController {

	/** A fixed moment, so that pictures of the page can be compared. */
	private static final Instant MOMENT = Instant.parse("2020-08-19T07:30:00Z");

	@GetMapping("/thanh-phan")
	String components(Model model) {
		model.addAttribute("now", MOMENT);
		return "site/components";
	}

	@GetMapping("/thanh-phan/ban-lam-viec")
	String desk(Model model) {
		model.addAttribute("now", MOMENT);
		return "site/desk-example";
	}

	@GetMapping("/thanh-phan/goi-y")
	@ResponseBody
	Map<String, List<String>> suggestions(@RequestParam(name = "q", defaultValue = "") String query) {
		return Map.of("items", List.of("Đăng ký khai sinh", "Khai sinh có yếu tố nước ngoài", "Cấp bản sao giấy khai sinh"));
	}

}
