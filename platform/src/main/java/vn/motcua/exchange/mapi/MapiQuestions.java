package vn.motcua.exchange.mapi;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.exchange.SentQuestions;
import vn.motcua.exchange.SentRecord;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.exchange.mapi.MapiReply.Said;
import vn.motcua.exchange.sent.RecordIntake;

/** Questions and answers: what agencies publish, pushed and given again. */
@Component
class MapiQuestions {

	private static final int MOST = 500;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RecordIntake records;

	private final SentQuestions questions;

	private final Agencies agencies;

	private final Clock clock;

	MapiQuestions(RecordIntake records, SentQuestions questions, Agencies agencies, Clock clock) {
		this.records = records;
		this.questions = questions;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Questions of agencies; people's own questions are not asked on this portal, so that list is empty. */
	List<?> list(MapiCall call) {
		return call.service().equals("LayDanhSachHoiDapGuiTuDVCQG") ? List.of() : questions.published(MOST).stream().map(this::shown).toList();
	}

	List<?> answers(MapiCall call) {
		String number = call.askedFor("cauhoiid", "HOIDAPID");
		return Optional.of(number).filter(given -> given.matches("\\d{1,18}")).flatMap(given -> questions.find(Long.parseLong(given)))
			.filter(question -> !question.text("answer").isEmpty()).map(this::shown).stream().toList();
	}

	List<Said> push(MapiCall call) {
		return put(call, call.data().stream().map(record -> question(record, call)).toList());
	}

	/** An answer joins the question it is for: one that this system pushed itself. */
	List<Said> answer(MapiCall call) {
		List<ObjectNode> lines = new ArrayList<>();
		for (MapiRecord record : call.data()) {
			ObjectNode line = question(record, call);
			agency(line.path("agency").asString("")).flatMap(agency -> questions.find(agency.id(), line.path("id").asString("")))
				.ifPresent(known -> known.body().properties().forEach(member -> line.putIfAbsent(member.getKey(), member.getValue())));
			lines.add(line);
		}
		return put(call, lines);
	}

	private List<Said> put(MapiCall call, List<ObjectNode> lines) {
		List<byte[]> sent = lines.stream().map(line -> JSON.writeValueAsBytes(line)).toList();
		List<SyncOutcome> outcomes = records.take(call.sender(), Kind.QUESTIONS, sent, sent.stream().mapToLong(line -> line.length).sum(), call.sha256());
		List<Said> said = new ArrayList<>();
		for (int i = 0; i < outcomes.size(); i++) {
			SyncOutcome outcome = outcomes.get(i);
			String id = lines.get(i).path("id").asString("");
			said.add(new Said(id, outcome.problem() == null ? MapiCode.DONE : MapiCode.REFUSED, outcome.result().name().toLowerCase(java.util.Locale.ROOT),
					outcome.problem() == null ? List.of() : List.of(outcome.problem())));
		}
		return said;
	}

	private ObjectNode question(MapiRecord record, MapiCall call) {
		ObjectNode line = JsonNodeFactory.instance.objectNode();
		Instant at = record.moment("NGAYTRALOI", "NGAYHOI", "NGAYTAO");
		text(line, "agency", record.text("MADONVI") == null ? call.unit() : record.text("MADONVI"));
		text(line, "id", record.text("HOIDAPID", "CAUHOIID"));
		text(line, "field", record.text("MaLinhVuc"));
		text(line, "question", record.text("NOIDUNG"));
		text(line, "answer", record.text("NOIDUNGTRALOI"));
		text(line, "answeredBy", record.text("NGUOITRALOI"));
		text(line, "position", record.text("CHUCVUNGUOITRALOI"));
		line.put("at", (at == null ? clock.instant() : at).toString());
		return line;
	}

	private Map<String, Object> shown(SentRecord question) {
		Agency agency = agencies.get(question.agency(), java.time.LocalDate.ofInstant(question.at(), MapiMoment.ZONE));
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("HOIDAPID", question.number());
		shown.put("MALINHVUC", question.text("field"));
		shown.put("NOIDUNG", question.text("question"));
		shown.put("MADONVI", agency.exchangeCode() == null ? "" : BothSchemes.qcvn102(agency.exchangeCode()));
		shown.put("TENDONVI", agency.fullName().vi());
		shown.put("TRALOIID", question.text("answer").isEmpty() ? 0 : question.number());
		shown.put("NOIDUNGTRALOI", question.text("answer"));
		shown.put("NGUOITRALOI", question.text("answeredBy"));
		return shown;
	}

	private Optional<Agency> agency(String code) {
		return agencies.findByExchangeCode(code, java.time.LocalDate.now(clock.withZone(MapiMoment.ZONE)));
	}

	private static void text(ObjectNode line, String name, @Nullable String text) {
		if (text != null) {
			line.put(name, text);
		}
	}

}
