package vn.motcua.exchange.mapi;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.exchange.sync.CurrentCall;
import vn.motcua.exchange.mapi.MapiRecord.Wrong;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;

/**
 * One address for everything, as one-stop systems call it today; the two others are what their adapters append. The session in the
 * envelope says who calls. Answers are 200 with {@code error_code}, because clients read no other; only what they must send again
 * later or never is 429 or 413.
 */
@RestController
class MapiController {

	private final MapiSessions sessions;

	private final MapiOperations operations;

	private final MapiReply reply;

	MapiController(MapiSessions sessions, MapiOperations operations, MapiReply reply) {
		this.sessions = sessions;
		this.operations = operations;
		this.reply = reply;
	}

	@PublicAccess
	@PostMapping(path = "/api/lienthong/mapi", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Object>> call(HttpServletRequest request, Locale locale) throws IOException {
		return answered(request, locale);
	}

	@PublicAccess
	@PostMapping(path = "/api/lienthong/mapi/login", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Object>> login(HttpServletRequest request, Locale locale) throws IOException {
		return answered(request, locale);
	}

	@PublicAccess
	@PostMapping(path = "/api/lienthong/mapi/g", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Object>> appended(HttpServletRequest request, Locale locale) throws IOException {
		return answered(request, locale);
	}

	private ResponseEntity<Map<String, Object>> answered(HttpServletRequest request, Locale locale) throws IOException {
		try {
			return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store")
				.body(MapiBody.read(request.getInputStream(), request.getContentType(), (body, sha256) -> answer(body, sha256, locale)));
		}
		catch (Wrong wrong) {
			return refused(new MapiRefusal(MapiCode.OPERATION, "problem." + wrong.problem().code(), wrong.problem().values()), locale);
		}
		catch (ProblemException problem) {
			return refused(new MapiRefusal(code(problem), "problem." + problem.code().code(), problem.values()), locale);
		}
		catch (MapiRefusal refusal) {
			return refused(refusal, locale);
		}
	}

	private Map<String, Object> answer(ObjectNode body, String sha256, Locale locale) throws IOException {
		MapiRecord envelope = MapiCall.envelope(body);
		String service = envelope.text("service");
		String user = envelope.text("username", "user");
		if (service == null && user != null) {
			String password = envelope.text("password");
			return reply.session(sessions.open(user, password == null ? "" : password)
				.orElseThrow(() -> new MapiRefusal(MapiCode.SESSION, "exchange.mapi.password", Map.of())), locale);
		}
		MapiCall call = new MapiCall(sessions.actor(envelope.text("session")), service == null ? "" : service, envelope, sha256);
		return operations.answer(call, locale);
	}

	private static MapiCode code(ProblemException problem) {
		if (problem.code().kind() == ProblemKind.TOO_MANY || problem.code() == CommonProblem.CHANGED_MEANWHILE) {
			return MapiCode.BUSY;
		}
		return problem.code().kind().status() == 403 ? MapiCode.NO_PARTICIPANT : MapiCode.REFUSED;
	}

	private ResponseEntity<Map<String, Object>> refused(MapiRefusal refusal, Locale locale) {
		CurrentCall.current().ifPresent(call -> call.outcome("mapi." + refusal.code()));
		int status = switch (refusal.code()) {
			case BUSY -> 429;
			case TOO_LARGE -> 413;
			case DONE, EXISTS, UNKNOWN, REFUSED, SESSION, UNREADABLE, OPERATION, NO_PARTICIPANT -> 200;
		};
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
		if (status == 429) {
			answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.values().getOrDefault("seconds", 2)));
		}
		return answer.body(reply.refused(refusal, locale));
	}

}
