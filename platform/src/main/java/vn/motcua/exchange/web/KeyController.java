package vn.motcua.exchange.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.exchange.participant.Registrations;
import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** Keys and certificates of a system, kept by its agency. */
@Controller
@RequestMapping("/quan-tri/lien-thong/{id}")
@RequiresPermission(Permission.SYSTEM_REGISTER)
class KeyController {

	private static final int LONGEST_PEM = 10_000;

	private final SystemPages pages;

	private final Registrations registrations;

	private final SystemPrograms programs;

	KeyController(SystemPages pages, Registrations registrations, SystemPrograms programs) {
		this.pages = pages;
		this.registrations = registrations;
		this.programs = programs;
	}

	/** The key is shown on the page that answers, and never again. */
	@PostMapping("/khoa")
	String add(@PathVariable UUID id, @CurrentActor Actor actor, HttpServletResponse response, Model model) {
		FormErrors errors = new FormErrors();
		String secret = null;
		try {
			secret = registrations.addKey(actor, id);
		}
		catch (ProblemException refused) {
			errors.add("khoa", refused);
			response.setStatus(refused.code().kind().status());
		}
		return page(id, actor, secret, errors, model);
	}

	@PostMapping("/khoa/{key}/ket-thuc")
	String end(@PathVariable UUID id, @PathVariable UUID key, @CurrentActor Actor actor, RedirectAttributes redirect) {
		registrations.endKey(actor, id, key);
		Flashes.success(redirect, "exchange.key.ended");
		return "redirect:/quan-tri/lien-thong/" + id;
	}

	@PostMapping("/chung-thu")
	String bind(@PathVariable UUID id, @RequestParam(name = "chungThu", defaultValue = "") String pem, @CurrentActor Actor actor, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		FormErrors errors = new FormErrors();
		try {
			Optional<String> thumbprint = thumbprint(pem);
			if (thumbprint.isPresent()) {
				List<String> certificates = new ArrayList<>(programs.certificates(registrations.get(actor, id).clientId()));
				certificates.remove(thumbprint.get());
				certificates.add(thumbprint.get());
				registrations.bind(actor, id, certificates);
				Flashes.success(redirect, "exchange.certificate.bound");
				return "redirect:/quan-tri/lien-thong/" + id;
			}
			errors.add("chungThu", "exchange.certificate");
		}
		catch (ProblemException refused) {
			errors.add("chungThu", refused);
		}
		response.setStatus(422);
		return page(id, actor, null, errors, model);
	}

	@PostMapping("/chung-thu/{thumbprint}/go")
	String unbind(@PathVariable UUID id, @PathVariable String thumbprint, @CurrentActor Actor actor, RedirectAttributes redirect) {
		List<String> left = programs.certificates(registrations.get(actor, id).clientId()).stream().filter(bound -> !bound.equals(thumbprint)).toList();
		registrations.bind(actor, id, left);
		Flashes.success(redirect, "exchange.certificate.unbound");
		return "redirect:/quan-tri/lien-thong/" + id;
	}

	private String page(UUID id, Actor actor, @org.jspecify.annotations.Nullable String secret, FormErrors errors, Model model) {
		model.addAttribute("view", pages.system(actor, id, secret, errors, null));
		return "exchange/system";
	}

	private static Optional<String> thumbprint(String pem) {
		if (pem.length() > LONGEST_PEM || !pem.contains("BEGIN CERTIFICATE")) {
			return Optional.empty();
		}
		try {
			ByteArrayInputStream bytes = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII));
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
			return Optional.of(SystemPrograms.thumbprint(certificate));
		}
		catch (CertificateException notOne) {
			return Optional.empty();
		}
	}

}
