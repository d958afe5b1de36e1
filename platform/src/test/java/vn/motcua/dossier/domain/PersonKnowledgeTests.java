package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.MotCuaTest;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.OpenDrafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.file.Files;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.form.Known;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.register.Register;
import vn.motcua.kernel.register.RegisterDown;

/** Nobody is asked twice: the account, earlier dossiers and the registers answer what they know. */
@MotCuaTest
class PersonKnowledgeTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Files files;

	@Autowired
	private Forms forms;

	@Autowired
	private Catalogue catalogue;

	private Actor minh;

	private List<FormField> questions;

	/** A register that knows one enterprise, or does not answer. */
	private record Enterprises(boolean down) implements Register {

		@Override
		public String word() {
			return "enterprise";
		}

		@Override
		public LocalizedText name() {
			return new LocalizedText("Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp", "the register of enterprises");
		}

		@Override
		public Optional<Map<String, String>> find(String subject) throws RegisterDown {
			if (down) {
				throw new RegisterDown("no answer within a second");
			}
			return Optional.of(Map.of("name", "Công ty TNHH Thương mại Sao Mai"));
		}

	}

	@BeforeEach
	void ask() {
		minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		OpenDrafts.discard(program, minh);
		FormDefinition form = forms.of(catalogue.find(SharedHouse.CODE, java.time.LocalDate.now()).orElseThrow());
		questions = form.pages(FormPart.OF_APPLICANT).stream().flatMap(page -> page.fields().stream()).toList();
	}

	@Test
	void theLatestDossierAnswersWhatItKnows() {
		ObjectNode answers = SharedHouse.answers();
		((ObjectNode) answers.get("site")).put("shared", false).remove("co_owner_count");
		((ObjectNode) answers.get("design")).put("by", "Văn phòng Kiến trúc Đông Đô");
		UUID draft = drafts.open(minh, SharedHouse.CODE, answers).id();
		for (String component : new String[] { "land-certificate", "drawings" }) {
			drafts.attach(draft, minh, component, files.store(new ByteArrayInputStream(BirthRegistration.PDF), component + ".pdf", Files.Acceptance.ANY));
		}
		String code = drafts.submit(draft, minh).code().value();
		Known known = new PersonKnowledge(accounts, dossiers, List.of()).of(minh, questions);
		assertThat(known.values().get("earlier.design.by").asString("")).isEqualTo("Văn phòng Kiến trúc Đông Đô");
		assertThat(known.names().get("earlier.design.by").vi()).isEqualTo(code);
		assertThat(known.values().get("account.name").asString("")).isEqualTo(minh.name());
	}

	@Test
	void aRegisterIsAskedAndItsSilenceIsKnown() {
		Known said = new PersonKnowledge(accounts, dossiers, List.of(new Enterprises(false))).of(minh, questions);
		assertThat(said.values().get("register.enterprise.name").asString("")).isEqualTo("Công ty TNHH Thương mại Sao Mai");
		assertThat(said.silent()).isEmpty();
		Known silent = new PersonKnowledge(accounts, dossiers, List.of(new Enterprises(true))).of(minh, questions);
		assertThat(silent.values()).doesNotContainKey("register.enterprise.name");
		assertThat(silent.silent()).containsExactly("enterprise");
	}

}
