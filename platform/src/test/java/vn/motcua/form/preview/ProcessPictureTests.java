package vn.motcua.form.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.ProcessGraph;
import vn.motcua.form.preview.ProcessPicture.Placed;

class ProcessPictureTests {

	@Test
	void aNodeStandsBehindTheFarthestThatLeadsToItAndWhatLeadsBackMovesNothing() {
		ProcessPicture picture = picture("<startEvent id=\"s\"/><userTask id=\"a\"/><userTask id=\"b\"/><userTask id=\"c\"/><endEvent id=\"e\"/>" + flow("s", "a") + flow("a", "c") + flow("a", "b")
				+ flow("b", "c") + flow("c", "a") + flow("c", "e"));
		assertThat(picture.nodes().stream().collect(Collectors.toMap(placed -> placed.node().id(), placed -> placed.x() / ProcessPicture.COLUMN)))
			.containsOnly(java.util.Map.entry("s", 0), java.util.Map.entry("a", 1), java.util.Map.entry("b", 2), java.util.Map.entry("c", 3), java.util.Map.entry("e", 4));
		assertThat(picture.lines()).filteredOn(line -> line.path().contains("Q")).extracting(line -> line.flow().from() + line.flow().to()).containsExactly("ca");
	}

	/** Sixty choices between going on and one step more are 2^60 ways. */
	@Test
	@Timeout(20)
	void aProcessOfManyWaysIsDrawnAtOnce() {
		StringBuilder process = new StringBuilder("<startEvent id=\"n0\"/>");
		for (int i = 0; i < 60; i++) {
			process.append("<userTask id=\"n" + (i + 1) + "\"/><userTask id=\"m" + i + "\"/>" + flow("n" + i, "n" + (i + 1)) + flow("n" + i, "m" + i) + flow("m" + i, "n" + (i + 1)));
		}
		ProcessPicture picture = picture(process.toString());
		assertThat(picture.nodes().stream().collect(Collectors.toMap(placed -> placed.node().id(), Function.identity())).get("n60")).extracting(Placed::x)
			.isEqualTo(picture.nodes().getFirst().x() + 120 * ProcessPicture.COLUMN);
	}

	private static String flow(String from, String to) {
		return "<sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
	}

	private static ProcessPicture picture(String process) {
		return new ProcessPicture(ProcessGraph.read(Bundle.PROCESS, "<process>" + process + "</process>"));
	}

}
