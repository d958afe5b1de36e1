package vn.motcua.exchange.mapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Papers of a record stay with its line, within the size of a line. */
class MapiPartsTests {

	private static MapiRecord papers(int count, int nameLength) {
		ObjectNode record = JsonNodeFactory.instance.objectNode();
		ArrayNode papers = record.putArray("TaiLieuNop");
		for (int i = 0; i < count; i++) {
			papers.addObject().put("TenTepDinhKem", "x".repeat(nameLength)).put("DuongDanTaiTepTin", "https://example.vn/tep/" + i);
		}
		return new MapiRecord(record);
	}

	@Test
	void manyPapersAreTakenAndMoreThanALineHoldsAreRefused() {
		assertThat(new MapiParts(papers(100, 150)).more()).contains("https://example.vn/tep/99");
		assertThatExceptionOfType(MapiRecord.Wrong.class).isThrownBy(() -> new MapiParts(papers(100, 1_500)))
			.satisfies(wrong -> assertThat(wrong.problem().code()).isEqualTo("dossier.sync.more-too-long"));
	}

}
