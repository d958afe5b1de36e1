package vn.motcua.exchange.inbox;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.sync.CurrentCall;
import vn.motcua.file.Files;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Where an agency's own system fetches what people submit here for it, and says that it has it. */
@RestController
@RequestMapping("/api/sync/v1/inbox")
@RequiresPermission(Permission.SYNC)
class InboxController {

	private static final int LONGEST_BODY = 2_000;

	private final Inbox inbox;

	private final Participants participants;

	private final Files files;

	private final JsonMapper json;

	InboxController(Inbox inbox, Participants participants, Files files, JsonMapper json) {
		this.inbox = inbox;
		this.participants = participants;
		this.files = files;
		this.json = json;
	}

	@GetMapping
	ResponseEntity<Map<String, Object>> waiting(@RequestParam(required = false) @Nullable String agency, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable Integer limit, @CurrentActor Actor caller) {
		Slice<InboxItem> waiting = inbox.waiting(participants.of(caller), caller, agency, Limit.of(limit), after);
		if (waiting.items().isEmpty()) {
			CurrentCall.current().ifPresent(CurrentCall::empty);
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("items", waiting.items());
		body.put("next", waiting.next());
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
	}

	/** A file, with its digest twice: by RFC 9530, and in the older form that many clients know. */
	@GetMapping("/{number}/files/{file}")
	ResponseEntity<Resource> file(@PathVariable String number, @PathVariable UUID file, @CurrentActor Actor caller) {
		AttachedFile attached = inbox.file(participants.of(caller), caller, number(number), file);
		String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(attached.sha256()));
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(attached.mediaType())).contentLength(attached.sizeBytes()).cacheControl(CacheControl.noStore())
			.header("Content-Digest", "sha-256=:" + digest + ":").header("Digest", "sha-256=" + digest)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(attached.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString())
			.body(new InputStreamResource(files.open(file)));
	}

	@PostMapping("/{number}/ack")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void acknowledge(@PathVariable String number, HttpServletRequest request, @CurrentActor Actor caller) throws IOException {
		inbox.acknowledge(participants.of(caller), number(number), ownNumber(request.getInputStream().readNBytes(LONGEST_BODY + 1)));
	}

	/** The body may be empty, whatever type it claims. */
	private @Nullable String ownNumber(byte[] body) {
		if (body.length > LONGEST_BODY) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("", "form.too-long", "max", LONGEST_BODY)));
		}
		if (new String(body, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
			return null;
		}
		JsonNode read;
		try {
			read = json.readTree(body);
		}
		catch (JacksonException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		JsonNode code = read.path("code");
		if (!read.isObject() || !code.isMissingNode() && !code.isNull() && !code.isString()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/code", "form.text")));
		}
		return code.isString() ? code.asString() : null;
	}

	private static long number(String written) {
		if (!written.matches("\\d{1,18}")) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return Long.parseLong(written);
	}

}
