package vn.motcua.form.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import vn.motcua.form.making.NewService.NewStep;

/** The steps of a new service one after the other; what is not signed goes back to the step before. */
final class NewProcess {

	private final NewService service;

	NewProcess(NewService service) {
		this.service = service;
	}

	String bpmn() {
		StringBuilder bpmn = new StringBuilder("""
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				    xmlns:flowable="http://flowable.org/bpmn" xmlns:motcua="https://motcua.vn/bpmn" targetNamespace="https://motcua.vn/services">
				  <process id="%s" name="%s" isExecutable="true">
				    <startEvent id="submitted" name="Hồ sơ được nộp" motcua:nameEn="Dossier submitted"/>
				""".formatted(NewService.slug(service.name().en()), NewBundle.escaped(service.name().vi())));
		NewHours hours = service.hours();
		List<String> ids = new ArrayList<>();
		int processed = 0;
		for (NewStep step : service.steps()) {
			String id = step.who() + (step.who().equals("process") && processed++ > 0 ? "-" + processed : "");
			ids.add(id);
			task(bpmn, id, step.name().vi(), step.name().en(), step.who(), switch (step.who()) {
				case "receive" -> hours.desk();
				case "sign" -> hours.signing();
				default -> hours.examining();
			});
		}
		task(bpmn, "return", "Trả kết quả", "Hand over the result", "return", hours.desk());
		bpmn.append("    <exclusiveGateway id=\"decided\" name=\"Người ký quyết định?\" motcua:nameEn=\"The signatory decides?\" default=\"decided-to-return\"/>\n    <endEvent id=\"done\" name=\"Hoàn thành\" motcua:nameEn=\"Done\"/>\n");
		String from = "submitted";
		for (String id : ids) {
			flow(bpmn, from, id);
			from = id;
		}
		flow(bpmn, from, "decided");
		bpmn.append("    <sequenceFlow id=\"decided-to-return\" sourceRef=\"decided\" targetRef=\"return\" name=\"Đồng ý hoặc từ chối\" motcua:nameEn=\"Granted or refused\"/>\n");
		flow(bpmn, "return", "done");
		return back(bpmn, ids).append("  </process>\n</definitions>\n").toString();
	}

	/** Where nobody processes, a step of its own looks again at what was not signed. */
	private StringBuilder back(StringBuilder bpmn, List<String> ids) {
		String before = ids.get(ids.size() - 2);
		String back = before.startsWith("process") ? before : "process-again";
		if (back.equals("process-again")) {
			task(bpmn, back, "Xem lại hồ sơ", "Look at the dossier again", "process", service.hours().signing());
			flow(bpmn, back, "sign");
		}
		return bpmn.append("    <sequenceFlow id=\"decided-to-").append(back).append("\" sourceRef=\"decided\" targetRef=\"").append(back)
			.append("\" name=\"Trả lại để xử lý tiếp\" motcua:nameEn=\"Back for more work\">\n      <conditionExpression xsi:type=\"tFormalExpression\">${decision == 'return'}</conditionExpression>\n    </sequenceFlow>\n");
	}

	private static void task(StringBuilder bpmn, String id, String vi, String en, String who, BigDecimal hours) {
		bpmn.append("    <userTask id=\"").append(id).append("\" name=\"").append(NewBundle.escaped(vi)).append("\" motcua:nameEn=\"").append(NewBundle.escaped(en)).append("\" flowable:candidateGroups=\"")
			.append(who).append("\" motcua:hours=\"").append(hours).append("\"/>\n");
	}

	private static void flow(StringBuilder bpmn, String from, String to) {
		bpmn.append("    <sequenceFlow id=\"").append(from).append("-to-").append(to).append("\" sourceRef=\"").append(from).append("\" targetRef=\"").append(to).append("\"/>\n");
	}

}
