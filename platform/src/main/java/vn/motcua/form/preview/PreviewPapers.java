package vn.motcua.form.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.file.Documents.Pictures;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormPart;
import vn.motcua.form.paper.ResultFacts;
import vn.motcua.form.paper.ResultPaper;
import vn.motcua.form.paper.SlipDrawing;
import vn.motcua.form.paper.SlipPage;
import vn.motcua.kernel.Channel;
import vn.motcua.site.Page;

/** The papers of an example, drawn as those of a dossier are. What only a real dossier has stands in brackets. */
final class PreviewPapers {

	private static final String CODE = "[mã số hồ sơ]";

	private static final String APPLICANT = "[họ và tên người nộp]";

	private static final String AGENCY = "[Tên cơ quan giải quyết]";

	private final ServiceVersion service;

	private final FormDefinition form;

	private final PreviewTools tools;

	PreviewPapers(ServiceVersion service, FormDefinition form, PreviewTools tools) {
		this.service = service;
		this.form = form;
		this.tools = tools;
	}

	/** Form 01, accepted when it was received. */
	byte[] receipt(PreviewedExample example) {
		Instant received = example.on().atTime(PreviewedExample.RECEIVED).atZone(Page.ZONE).toInstant();
		Instant due = Objects.requireNonNull(example.dueAt()).atZone(Page.ZONE).toInstant();
		SlipPage.Filed filed = new SlipPage.Filed(CODE, "[số thứ tự]", service.code().value(), service.name().vi(), example.channel(), example.on(), received, received,
				example.assessment().totalVnd(), 0);
		List<SlipPage.Paper> papers = example.assessment().components().stream().filter(AskedComponent::required).map(asked -> paper(asked.component(), example.channel())).toList();
		SlipPage.Told told = new SlipPage.Told("[họ và tên người tiếp nhận]", received, "", null, due, List.of());
		return new SlipDrawing(tools.documents()).pdf("receipt", new SlipPage(filed, new SlipPage.Applicant(APPLICANT, "[số định danh]", null, null), "[Cơ quan cấp trên]", AGENCY,
				papers, told, Objects.requireNonNull(example.assessment().timeLimit()), received, "[địa chỉ và giờ làm việc của bộ phận một cửa]"));
	}

	/** The document of a result that is granted on the day it is due. */
	byte[] result(PreviewedExample example) {
		LocalDate signedOn = Objects.requireNonNull(example.dueAt()).toLocalDate();
		ResultFacts.Signing signing = new ResultFacts.Signing(AGENCY, "[CHỨC VỤ]", "[họ và tên người ký]", signedOn);
		ResultFacts.Filed filed = new ResultFacts.Filed(CODE, APPLICANT, example.on(), example.assessment().totalVnd());
		ResultFacts facts = new ResultFacts("[số]", true, "", signing, filed, tools.documents().qrDataUri("Bản xem trước, không phải kết quả"));
		return tools.documents().pdf(new ResultPaper(service, form, tools.agencies(), tools.messages()).xhtml(facts, withOffice(example.answers()), example.on()));
	}

	Pictures pictures(byte[] pdf, int most) {
		return tools.documents().pictures(pdf, most);
	}

	private static SlipPage.Paper paper(Component component, Channel channel) {
		boolean onPaper = channel != Channel.ONLINE;
		List<SlipPage.FileLine> files = onPaper ? List.of() : List.of(new SlipPage.FileLine("[tên tệp]", "[dung lượng]", "[dấu vân tay của tệp]"));
		return new SlipPage.Paper(component.name().vi(), onPaper, onPaper ? component.originals() : 0, onPaper ? component.copies() : 0, files);
	}

	/** What officers fill in is in no example: its label stands for it. */
	private JsonNode withOffice(JsonNode answers) {
		ObjectNode together = (ObjectNode) answers.deepCopy();
		form.pages().stream().filter(page -> page.by().equals(FormPart.OFFICE)).flatMap(page -> page.fields().stream()).forEach(field -> put(together, field));
		return together;
	}

	private static void put(ObjectNode answers, FormField field) {
		List<String> keys = field.keys();
		ObjectNode at = answers;
		for (String key : keys.subList(0, keys.size() - 1)) {
			at = at.get(key) instanceof ObjectNode inner ? inner : at.putObject(key);
		}
		if (field.fields().isEmpty() && !at.has(keys.getLast())) {
			at.put(keys.getLast(), "[" + field.label().vi() + "]");
		}
	}

}
