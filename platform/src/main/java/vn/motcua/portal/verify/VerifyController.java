package vn.motcua.portal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.track.LookupPace;
import vn.motcua.portal.verify.VerifyPage.Copy;

/** Public verification of a result (<i>xác thực kết quả</i>) by the token of its QR code, and of a copy by its digest. */
@Controller
@PublicAccess
class VerifyController {

	private static final long MOST_BYTES = 25L * 1024 * 1024;

	private final ResultVerifier verifier;

	private final LookupPace pace;

	VerifyController(ResultVerifier verifier, LookupPace pace) {
		this.verifier = verifier;
		this.pace = pace;
	}

	@GetMapping("/xac-thuc/{token}")
	String verify(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		return draw(token, find(token, request), null, response, model);
	}

	@PostMapping("/xac-thuc/{token}")
	String compare(@PathVariable String token, @RequestParam(name = "copy", required = false) @Nullable MultipartFile copy, HttpServletRequest request,
			HttpServletResponse response, Model model) throws IOException {
		Optional<Verification> found = find(token, request);
		return draw(token, found, found.isPresent() ? compare(found.get(), copy) : null, response, model);
	}

	private Optional<Verification> find(String token, HttpServletRequest request) {
		if (!pace.allows(request.getRemoteAddr())) {
			throw new ProblemException(CommonProblem.TOO_MANY, "seconds", 60);
		}
		return verifier.verify(token);
	}

	private static Copy compare(Verification genuine, @Nullable MultipartFile copy) throws IOException {
		if (copy == null || copy.isEmpty()) {
			return Copy.EMPTY;
		}
		if (copy.getSize() > MOST_BYTES) {
			return Copy.TOO_LARGE;
		}
		return digest(copy).equals(genuine.sha256()) ? Copy.SAME : Copy.DIFFERENT;
	}

	private static String digest(MultipartFile copy) throws IOException {
		try (InputStream content = new DigestInputStream(copy.getInputStream(), Sha256.begun())) {
			content.transferTo(java.io.OutputStream.nullOutputStream());
			return Sha256.ended(((DigestInputStream) content).getMessageDigest());
		}
	}

	private static String draw(String token, Optional<Verification> found, @Nullable Copy copy, HttpServletResponse response, Model model) {
		if (found.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		else if (copy == Copy.EMPTY || copy == Copy.TOO_LARGE) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("verify", new VerifyPage(token, found.orElse(null), copy));
		return "portal/verify";
	}

}
