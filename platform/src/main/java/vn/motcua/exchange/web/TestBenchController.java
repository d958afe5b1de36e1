package vn.motcua.exchange.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.exchange.sync.Intake;
import vn.motcua.exchange.sync.TestBench;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;

/** The test bench: a sample is pasted or uploaded, and every finding of every line is shown; nothing is recorded. */
@Controller
@RequestMapping("/quan-tri/lien-thong/{id}/thu")
@RequiresPermission(Permission.SYSTEM_VIEW)
class TestBenchController {

	/** Letters of a pasted sample, and bytes of an uploaded one. */
	static final int MOST = 1 << 20;

	private final Registrations registrations;

	private final TestBench bench;

	TestBenchController(Registrations registrations, TestBench bench) {
		this.registrations = registrations;
		this.bench = bench;
	}

	@GetMapping
	String form(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		return page(registrations.get(actor, id), "", new FormErrors(), null, model);
	}

	@PostMapping
	String tryOut(@PathVariable UUID id, @RequestParam(name = "mau", defaultValue = "") String sample,
			@RequestParam(name = "tep", required = false) @Nullable MultipartFile file, @CurrentActor Actor actor, HttpServletResponse response, Model model)
			throws IOException {
		Participant system = registrations.get(actor, id);
		FormErrors errors = new FormErrors();
		boolean uploaded = file != null && !file.isEmpty();
		if (uploaded ? file.getSize() > MOST : sample.length() > MOST) {
			errors.add(uploaded ? "tep" : "mau", "exchange.sample-too-large", "mb", MOST >> 20);
		}
		else if (!uploaded && sample.isBlank()) {
			errors.add("mau", "exchange.sample");
		}
		Intake.TriedOut tried = null;
		if (errors.isEmpty()) {
			try (InputStream lines = uploaded ? file.getInputStream() : new ByteArrayInputStream(sample.getBytes(StandardCharsets.UTF_8))) {
				tried = bench.tryOut(system, lines);
			}
			catch (ProblemException refused) {
				errors.add(uploaded ? "tep" : "mau", refused);
			}
		}
		if (!errors.isEmpty()) {
			response.setStatus(422);
		}
		return page(system, sample.length() > MOST ? "" : sample, errors, tried, model);
	}

	private static String page(Participant system, String sample, FormErrors errors, Intake.@Nullable TriedOut tried, Model model) {
		model.addAttribute("system", system);
		model.addAttribute("sample", sample);
		model.addAttribute("errors", errors);
		model.addAttribute("tried", tried == null ? null : TriedLine.of(tried));
		return "exchange/bench";
	}

}
