package vn.motcua.portal.help;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.kernel.access.PublicAccess;

/** Help in plain words (<i>hướng dẫn</i>) and what happens with personal data (<i>dữ liệu cá nhân</i>). */
@Controller
@PublicAccess(sameForAll = true)
class HelpController {

	@GetMapping("/huong-dan")
	String help() {
		return "portal/help";
	}

	@GetMapping("/du-lieu-ca-nhan")
	String privacy() {
		return "portal/privacy";
	}

}
