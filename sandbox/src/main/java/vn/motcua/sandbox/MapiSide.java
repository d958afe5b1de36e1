package vn.motcua.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Outcome;

/** Records as the one-stop systems of today push them: a job takes what was not taken yet; "it exists" is answered by an update; what failed is pushed again. */
final class MapiSide implements Side {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final int AT_ONCE = 200;

	private static final int MOST_STEPS = 2_000;

	private final VendorStore store;

	private final Failures failures;

	private final HttpClient http;

	private final URI address;

	private final String user;

	private final String password;

	private @Nullable String session;

	private @Nullable String trouble;

	private boolean idle = true;

	MapiSide(VendorStore store, Failures failures, HttpClient http, Settings settings) {
		this.store = store;
		this.failures = failures;
		this.http = http;
		this.address = settings.platform().resolve("/api/lienthong/mapi");
		this.user = settings.clientId();
		this.password = settings.secret();
	}

	/**
	 * A record and the steps it tells of.
	 *
	 * @param whole whether the steps are told when it was taken; a step that promises anew takes two records
	 */
	private record Push(ObjectNode record, List<Pending> steps, boolean whole) {

		String code() {
			return steps.getFirst().code();
		}

	}

	@Override
	public synchronized int send(Now now) throws InterruptedException {
		if (failures.happens(Failure.DOWN)) {
			return 0;
		}
		List<Pending> steps = store.toSend(now, MOST_STEPS);
		idle = steps.isEmpty();
		try {
			push(steps);
			trouble = null;
			return steps.size();
		}
		catch (IOException failed) {
			trouble = String.valueOf(failed.getMessage());
			return 0;
		}
	}

	/** Round by round, because a new promise must be there before the steps that follow it. */
	private void push(List<Pending> steps) throws IOException, InterruptedException {
		Set<String> known = new HashSet<>(steps.stream().filter(Pending::pushed).map(Pending::code).toList());
		for (List<Pending> rest = steps; !rest.isEmpty();) {
			Map<String, List<Pending>> dossiers = new LinkedHashMap<>();
			List<Pending> later = new ArrayList<>();
			Set<String> promised = new HashSet<>();
			for (Pending step : rest) {
				if (promised.contains(step.code())) {
					later.add(step);
					continue;
				}
				dossiers.computeIfAbsent(step.code(), _ -> new ArrayList<>()).add(step);
				if (MapiRecords.promises(step)) {
					promised.add(step.code());
				}
			}
			round(dossiers, known);
			rest = later;
		}
	}

	private void round(Map<String, List<Pending>> dossiers, Set<String> known) throws IOException, InterruptedException {
		List<Push> first = new ArrayList<>();
		List<Push> updates = new ArrayList<>();
		List<Push> progress = new ArrayList<>();
		List<Push> promises = new ArrayList<>();
		Set<String> notTaken = new HashSet<>();
		dossiers.forEach((code, steps) -> divide(steps, known.add(code), first, updates, progress, promises));
		if (failures.happens(Failure.OUT_OF_ORDER)) {
			Collections.reverse(progress);
			call("CapNhatTienDoHoSoMC", true, progress, notTaken);
			call("DongBoHoSoMC", true, updates, notTaken);
			call("DongBoHoSoMC", false, first, notTaken);
		}
		else {
			call("DongBoHoSoMC", false, first, notTaken);
			call("DongBoHoSoMC", true, updates, notTaken);
			call("CapNhatTienDoHoSoMC", true, progress, notTaken);
		}
		call("DongBoHoSoMC", true, promises.stream().filter(promise -> !notTaken.contains(promise.code())).toList(), notTaken);
	}

	/** What goes with the dossier, what is a step of its own, and what promises anew. */
	private static void divide(List<Pending> steps, boolean unknown, List<Push> first, List<Push> updates, List<Push> progress, List<Push> promises) {
		int begin = 0;
		if (unknown) {
			begin = 1;
			while (begin < steps.size() && MapiRecords.withDossier(steps.get(begin))) {
				begin++;
			}
			first.add(new Push(MapiRecords.dossier(steps.subList(0, begin)), List.copyOf(steps.subList(0, begin)), true));
		}
		for (Pending step : steps.subList(begin, steps.size())) {
			if (MapiRecords.withDossier(step)) {
				updates.add(new Push(MapiRecords.dossier(List.of(step)), List.of(step), true));
				continue;
			}
			progress.add(new Push(MapiRecords.progress(step), List.of(step), !MapiRecords.promises(step)));
			if (MapiRecords.promises(step)) {
				promises.add(new Push(MapiRecords.promise(step), List.of(step), true));
			}
		}
	}

	private void call(String service, boolean updating, List<Push> pushes, Set<String> notTaken) throws IOException, InterruptedException {
		for (int from = 0; from < pushes.size(); from += AT_ONCE) {
			List<Push> part = pushes.subList(from, Math.min(pushes.size(), from + AT_ONCE));
			JsonNode answer = said(service, updating, part);
			if (failures.happens(Failure.TWICE)) {
				said(service, true, part);
			}
			note(service, part, answer.path("result"), notTaken);
		}
	}

	private void note(String service, List<Push> part, JsonNode results, Set<String> notTaken) throws IOException, InterruptedException {
		List<VendorStore.Answer> answers = new ArrayList<>();
		List<String> pushed = new ArrayList<>();
		List<Push> exists = new ArrayList<>();
		for (int i = 0; i < part.size(); i++) {
			JsonNode result = results.path(i);
			Push push = part.get(i);
			if (!result.path("error_code").asText().matches("[01]")) {
				notTaken.add(push.code());
			}
			switch (result.path("error_code").asText()) {
				case "0" -> {
					Outcome.Result became = Outcome.Result.valueOf(result.path("result").asText("applied").toUpperCase(java.util.Locale.ROOT));
					if (push.whole()) {
						push.steps().forEach(step -> answers.add(new VendorStore.Answer(step.code(), step.seq(), became, null)));
					}
					if (service.equals("DongBoHoSoMC")) {
						pushed.add(push.code());
					}
				}
				case "1" -> exists.add(push);
				case "3" -> push.steps().forEach(step -> answers.add(
						new VendorStore.Answer(step.code(), step.seq(), Outcome.Result.REJECTED, result.at("/errors/0/code").asText("rejected"))));
				default -> {
					// not known there yet: it goes again
				}
			}
		}
		store.answered(answers);
		store.pushed(pushed);
		if (!exists.isEmpty()) {
			note(service, exists, said(service, true, exists).path("result"), notTaken);
		}
	}

	private JsonNode said(String service, boolean updating, List<Push> part) throws IOException, InterruptedException {
		for (int attempt = 0;; attempt++) {
			if (session == null) {
				session = signIn();
			}
			ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("session", session).put("madonvi", part.getFirst().record().path("MaHoSo").asText().split("-")[0])
				.put("service", service).put("isUpdating", updating ? "True" : "False");
			part.forEach(push -> envelope.withArray("data").add(push.record()));
			JsonNode answer = post(envelope);
			String code = answer.path("error_code").asText();
			if (code.equals("4") && attempt == 0) {
				session = null;
				continue;
			}
			if (!answer.path("result").isArray() || answer.path("result").size() != part.size()) {
				throw new IOException("the ledger answered " + code + " " + answer.path("message").asText());
			}
			return answer;
		}
	}

	private String signIn() throws IOException, InterruptedException {
		JsonNode answer = post(JsonNodeFactory.instance.objectNode().put("username", user).put("password", password));
		String given = answer.path("session").asText("");
		if (given.isEmpty()) {
			throw new IOException("the ledger gave no session: " + answer.path("message").asText());
		}
		return given;
	}

	private JsonNode post(ObjectNode body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)).build();
		return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	@Override
	public boolean idle() {
		return idle;
	}

	@Override
	public synchronized Optional<String> trouble() {
		return Optional.ofNullable(trouble);
	}

	@Override
	public void close() {
		session = null;
	}

}
