package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.ZoneId;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.ProcedureCode;

/** A mother registers a child born five days ago: what she hands in, for tests that need a whole dossier. */
public final class BirthRegistration {

	public static final ProcedureCode CODE = new ProcedureCode("1.001193");

	private static final String ANSWERS = """
			{"requester": {"relation": "mother", "person": {"name": "Nguyễn Thị Lan", "personal_number": "001192004381", "birth_date": "1992-04-12",
				"address": {"province": "01", "commune": "00070", "line": "18 Hàng Bạc"}}, "phone": "0912004381"},
			"registration": {"place": {"province": "01", "commune": "00070", "line": "18 Hàng Bạc"}},
			"child": {"name": "Trần Gia Huy", "sex": "male", "birth_date": "%s", "ethnicity": "1",
				"native_place": {"province": "01", "commune": "00070", "line": "18 Hàng Bạc"}, "born_at": "clinic", "clinic": "Bệnh viện Phụ sản Trung ương",
				"birth_place": {"province": "01", "commune": "00070", "line": "18 Hàng Bạc"}},
			"mother": {"ethnicity": "1"}, "parents_married": true, "has_father": true,
			"father": {"person": {"name": "Trần Văn Hùng", "personal_number": "001090012764", "birth_date": "1990-09-03",
				"address": {"province": "01", "commune": "00070", "line": "18 Hàng Bạc"}}, "ethnicity": "1"},
			"exempt": false, "extracts": {"wanted": true, "count": 2}, "delivery": {"way": "desk"}}""";

	/** Bytes that are a PDF to whoever looks at them. */
	public static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

	private BirthRegistration() {
	}

	public static ObjectNode answers() {
		LocalDate born = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(5);
		return (ObjectNode) JsonMapper.builder().build().readTree(ANSWERS.formatted(born));
	}

}
