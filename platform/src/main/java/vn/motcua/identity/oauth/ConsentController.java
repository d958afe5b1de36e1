package vn.motcua.identity.oauth;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Asks a person whether a program may act for them, in words. */
@Controller
class ConsentController {

	private final Clients clients;

	ConsentController(Clients clients) {
		this.clients = clients;
	}

	@GetMapping("/oauth2/consent")
	@RequiresPermission(Permission.OWN_DATA)
	String ask(@RequestParam("client_id") String clientId, @RequestParam("scope") String scope, @RequestParam("state") String state,
			HttpServletResponse response, Model model) {
		RegisteredClient client = clients.findByClientId(clientId);
		if (client == null) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		List<String> asked = Arrays.stream(scope.split(" ")).filter(client.getScopes()::contains).filter(known -> !known.equals("openid")).toList();
		letAnswerGoTo(client, response);
		model.addAttribute("clientId", clientId);
		model.addAttribute("clientName", client.getClientName());
		model.addAttribute("state", state);
		model.addAttribute("scopes", asked);
		return "identity/consent";
	}

	/** Browsers apply the policy for forms to where the answer is sent on to as well: the program's own address. */
	private static void letAnswerGoTo(RegisteredClient client, HttpServletResponse response) {
		String policy = response.getHeader("Content-Security-Policy");
		if (policy != null) {
			String places = client.getRedirectUris().stream().map(URI::create).map(ConsentController::origin).distinct().collect(Collectors.joining(" "));
			response.setHeader("Content-Security-Policy", policy.replace("form-action 'self'", "form-action 'self' " + places));
		}
	}

	/** A program on the person's own machine may listen on any port. RFC 8252 section 7.3. */
	private static String origin(URI address) {
		return address.getScheme() + "://" + address.getHost() + (address.getHost().equals("127.0.0.1") ? ":*" : address.getPort() < 0 ? "" : ":" + address.getPort());
	}

}
