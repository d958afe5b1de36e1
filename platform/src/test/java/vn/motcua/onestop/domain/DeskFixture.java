package vn.motcua.onestop.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;


import org.springframework.beans.factory.BeanFactory;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.WalkIn;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.site.Page;

/** A desk of a commune with its officers, and small services to try it with. */
class DeskFixture {

	static final ProcedureCode PLAIN = new ProcedureCode("3.900001");

	static final ProcedureCode WITH_FEE = new ProcedureCode("3.900002");

	static final ProcedureCode CONSULTING = new ProcedureCode("3.900003");

	private static final String CONSULTATION = """
			<?xml version="1.0" encoding="UTF-8"?>
			<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				xmlns:flowable="http://flowable.org/bpmn" xmlns:motcua="https://motcua.vn/bpmn" targetNamespace="https://motcua.vn/services">
			<process id="consulting" name="Có lấy ý kiến" isExecutable="true">
			<startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="receive"/>
			<userTask id="receive" name="Tiếp nhận" motcua:nameEn="Receive" flowable:candidateGroups="receive" motcua:hours="4"/>
			<sequenceFlow id="b" sourceRef="receive" targetRef="split"/><parallelGateway id="split"/>
			<sequenceFlow id="c" sourceRef="split" targetRef="process"/><sequenceFlow id="d" sourceRef="split" targetRef="consult-fire"/>
			<userTask id="process" name="Thẩm định" motcua:nameEn="Examine" flowable:candidateGroups="process" motcua:hours="16"/>
			<userTask id="consult-fire" name="Xin ý kiến phòng cháy" motcua:nameEn="Ask the fire police" flowable:candidateGroups="process" motcua:hours="8"/>
			<sequenceFlow id="e" sourceRef="process" targetRef="join"/><sequenceFlow id="f" sourceRef="consult-fire" targetRef="join"/>
			<parallelGateway id="join"/><sequenceFlow id="g" sourceRef="join" targetRef="propose"/>
			<userTask id="propose" name="Trình" motcua:nameEn="Propose" flowable:candidateGroups="process" motcua:hours="4"/>
			<sequenceFlow id="h" sourceRef="propose" targetRef="sign"/>
			<userTask id="sign" name="Ký" motcua:nameEn="Sign" flowable:candidateGroups="sign" motcua:hours="4"/>
			<sequenceFlow id="i" sourceRef="sign" targetRef="return"/>
			<userTask id="return" name="Trả" motcua:nameEn="Return" flowable:candidateGroups="return" motcua:hours="4"/>
			<sequenceFlow id="j" sourceRef="return" targetRef="end"/><endEvent id="end"/></process></definitions>
			""";

	private final Publications publications;

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final Dossiers dossiers;

	private final JsonMapper json;

	DeskFixture(BeanFactory program) {
		this.publications = program.getBean(Publications.class);
		this.catalogue = program.getBean(Catalogue.class);
		this.agencies = program.getBean(Agencies.class);
		this.dossiers = program.getBean(Dossiers.class);
		this.json = program.getBean(JsonMapper.class);
	}

	/** Officers of one commune; every test takes another commune, so that no test sees another's queue. */
	record Desk(Agency agency, Actor receiver, Actor specialist, Actor leader, Actor cashier) {
	}

	/** Communes at the beginning of the list, where the cast works. */
	private static final int OF_THE_CAST = 20;

	private static final java.util.concurrent.atomic.AtomicInteger NEXT = new java.util.concurrent.atomic.AtomicInteger();

	Desk desk() {
		Agency agency = agencies.all(Agency.Level.PROVINCE, today()).stream()
			.flatMap(province -> agencies.children(province.id(), Agency.Level.COMMUNE, today()).stream()).skip(OF_THE_CAST + NEXT.getAndIncrement()).findFirst().orElseThrow();
		return new Desk(agency, officer("Vũ Ngọc Ánh", agency, Permission.DOSSIER_RECEIVE), officer("Hoàng Đức Thịnh", agency, Permission.DOSSIER_PROCESS),
				officer("Bùi Thanh Sơn", agency, Permission.DOSSIER_SIGN, Permission.LEDGER_CORRECT), officer("Ngô Mai Phương", agency, Permission.FEE_COLLECT));
	}

	static Actor officer(String name, Agency agency, Permission... permissions) {
		Set<Permission> all = new java.util.HashSet<>(Set.of(permissions));
		all.add(Permission.DOSSIER_VIEW);
		return new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), name, null, agency.id(), all);
	}

	/** Enters a dossier at the desk. */
	DossierCode enter(Desk desk, ProcedureCode service) {
		publish();
		ObjectNode answers = json.createObjectNode();
		answers.putObject("applicant").put("name", "Lê Văn Tám <b>");
		answers.putObject("place").put("province", province(desk)).put("commune", desk.agency().code()).put("line", "Số 5");
		WalkIn walkIn = new WalkIn(UUID.randomUUID().toString(), service, Channel.DESK,
				new WalkIn.Applicant("Lê Văn Tám", "001085034567", null, "0912345678", null), answers, List.of(), List.of("paper"));
		return dossiers.enter(desk.receiver(), walkIn).code();
	}

	private String province(Desk desk) {
		return agencies.withAncestors(desk.agency().id(), today()).stream().filter(above -> above.level() == Agency.Level.PROVINCE).findFirst().orElseThrow().code();
	}

	private synchronized void publish() {
		if (catalogue.find(PLAIN, today()).isEmpty()) {
			publish(PLAIN, "0", null);
			publish(WITH_FEE, "50000", null);
			publish(CONSULTING, "0", CONSULTATION);
		}
	}

	private void publish(ProcedureCode code, String fee, String process) {
		try {
			Path folder = Files.createTempDirectory("bundle");
			Files.writeString(folder.resolve("service.yaml"), service(code, fee));
			Files.writeString(folder.resolve("form.json"), FORM);
			Files.writeString(folder.resolve("examples.yaml"), EXAMPLE.formatted(fee));
			if (process != null) {
				Files.writeString(folder.resolve("process.bpmn"), process);
			}
			publications.publish(Bundle.of(folder), Actor.platform());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static LocalDate today() {
		return LocalDate.now(Page.ZONE);
	}

	private static String service(ProcedureCode code, String fee) {
		return """
				code: "%s"
				name: {vi: Thủ tục thử %s, en: A service to try %s}
				summary: {vi: Để thử., en: To try.}
				field: {code: G15-HT, name: {vi: Hộ tịch, en: Civil status}}
				ministry: G15
				level: 3
				audience: [citizen]
				valid: {from: 2020-01-01}
				handling: {level: commune, address: place}
				channels: [online, desk, post]
				legal_basis: [{number: 61/2018/NĐ-CP, name: {vi: Nghị định 61, en: Decree 61}}]
				steps: [{vi: Nộp, en: Submit}]
				search_words: [thử]
				cases:
				  - {id: plain, name: {vi: Thường, en: Plain}, when: "true", time_limit: 5 working-day}
				components:
				  - {id: paper, name: {vi: Giấy tờ, en: A paper}, required: "true", accepts: [pdf], originals: 1, copies: 0}
				fees:
				  - {id: fee, kind: fee, name: {vi: Lệ phí, en: Fee}, amount: "%s", when: "true", exempt: [], pay_at: receipt, valid: {from: 2020-01-01}, source: unverified}
				results:
				  - {id: result, name: {vi: Giấy xác nhận, en: Confirmation}, type: KQ.G15.000009}
				""".formatted(code.value(), code.value(), code.value(), fee);
	}

	private static final String EXAMPLE = """
			- name: {vi: Thường, en: Plain}
			  on: 2020-08-19
			  channel: desk
			  answers: {applicant: {name: Lê Văn Tám}, place: {province: "01", district: "002", commune: "00061", line: Số 5}}
			  expect: {case: plain, components: [paper], fee: %s}
			""";

	private static final String FORM = """
			{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
			 "x-declaration": {"vi": "Tôi cam đoan", "en": "I declare"},
			 "x-pages": [{"id": "applicant", "title": {"vi": "Người nộp", "en": "Applicant"}, "fields": ["applicant.name", "place"]}],
			 "required": ["place"],
			 "properties": {
			  "applicant": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 2, "maxLength": 100,
			   "x-field": {"kind": "text", "label": {"vi": "Họ tên", "en": "Name"}, "help": {"vi": "Như trên căn cước", "en": "As on the card"}, "sample": "Nguyễn An"}}}},
			  "place": {"$ref": "#/$defs/address", "x-field": {"kind": "address", "label": {"vi": "Nơi ở", "en": "Home"}, "help": {"vi": "Nơi ở hiện nay", "en": "Now"}, "sample": "Số 5"}}
			 }}
			""";

}
