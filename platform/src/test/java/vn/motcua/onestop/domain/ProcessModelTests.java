package vn.motcua.onestop.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.onestop.StepKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What of a bundle's BPMN the platform runs, and what it never does. */
class ProcessModelTests {

	@Test
	void readsTheDefaultProcess() {
		ProcessModel model = ProcessModel.parse(vn.motcua.catalogue.DefaultProcess.xml(), "p");
		assertThat(model.steps().keySet()).containsExactly("receive", "process", "propose", "sign", "return");
		assertThat(model.steps().get("receive").kind()).isEqualTo(StepKind.RECEIVE);
		assertThat(model.steps().get("receive").time()).isEqualTo(Duration.ofHours(8));
		assertThat(model.steps().get("receive").name().en()).isEqualTo("Receive the dossier");
		assertThat(model.steps().get("propose").proposes()).isTrue();
		assertThat(model.steps().get("process").proposes()).isFalse();
		assertThat(model.steps().get("sign").sendsBack()).isTrue();
		assertThat(model.variables()).containsExactly("decision");
	}

	@Test
	void runsEveryProcessThatShipsWithTheHoursItStates() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("..", "services"), 2)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
				assertThat(ProcessModel.parse(Files.readString(file), "p").steps()).as(file.toString()).isNotEmpty();
			}
		}
		ProcessModel hospital = ProcessModel.parse(Files.readString(Path.of("..", "services", "2.003001-thanh-toan-vien-phi", "process.bpmn")), "p");
		assertThat(hospital.steps().get("receive").time()).isEqualTo(Duration.ofMinutes(30));
	}

	@Test
	void aLastProcessStepWithoutAProposalStepProposes() {
		ProcessModel model = ProcessModel.parse(process("""
				<startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="receive"/><userTask id="receive"/>
				<sequenceFlow id="b" sourceRef="receive" targetRef="process"/><userTask id="process"/>
				<sequenceFlow id="c" sourceRef="process" targetRef="sign"/><userTask id="sign"/>
				<sequenceFlow id="d" sourceRef="sign" targetRef="return"/><userTask id="return"/>"""), "p");
		assertThat(model.steps().get("process").proposes()).isTrue();
		assertThat(model.steps().get("sign").sendsBack()).isFalse();
	}

	@Test
	void refusesScriptsListenersAndForeignWords() {
		refuses("<scriptTask id=\"x\" scriptFormat=\"groovy\"><script>1</script></scriptTask>");
		refuses("<serviceTask id=\"x\" flowable:class=\"java.lang.Runtime\"/>");
		refuses("<userTask id=\"other\"/>");
		refuses("<userTask id=\"receive\"/>");
		refuses(flow("${''.getClass()}"));
		refuses(flow("${bean.act(decision)}"));
		refuses(flow("${decision.class}"));
		refuses("<![CDATA[ <!DOCTYPE x>");
	}

	@Test
	void whatItDoesNotKnowNeverReachesTheEngine() {
		ProcessModel model = ProcessModel.parse(process("""
				<startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="receive"/>
				<userTask id="receive" name="${evil}" flowable:assignee="${evil}" flowable:skipExpression="${evil}"><extensionElements>
				<flowable:taskListener event="create" class="java.lang.Object"/></extensionElements></userTask>
				<sequenceFlow id="b" sourceRef="receive" targetRef="return"/><userTask id="return"/>"""), "p");
		String xml = new String(new org.flowable.bpmn.converter.BpmnXMLConverter().convertToXML(model.runnable()), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(xml).doesNotContain("evil").doesNotContain("Listener");
	}

	private static String flow(String condition) {
		return "<userTask id=\"receive\"/><userTask id=\"return\"/><sequenceFlow id=\"f\" sourceRef=\"receive\" targetRef=\"return\"><conditionExpression>" + condition
				+ "</conditionExpression></sequenceFlow>";
	}

	private static void refuses(String content) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ProcessModel.parse(process(content), "p"))
			.satisfies(problem -> assertThat(problem.code()).isEqualTo(OnestopProblem.PROCESS_REFUSED));
	}

	private static String process(String content) {
		return """
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
					xmlns:motcua="https://motcua.vn/bpmn" targetNamespace="x"><process id="p">%s</process></definitions>""".formatted(content);
	}

}
