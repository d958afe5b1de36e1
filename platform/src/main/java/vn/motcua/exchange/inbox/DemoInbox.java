package vn.motcua.exchange.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.Drafts;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.file.Documents;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.site.Page;

/** Dossiers of the demonstration that wait in the inbox of Bắc Ninh's own system, submitted by the cast as people do. */
@Component
@ConditionalOnBooleanProperty({ "motcua.demo", "motcua.work" })
class DemoInbox {

	private static final Logger LOG = LoggerFactory.getLogger(DemoInbox.class);

	private static final String SYSTEM = "bacninh-demo";

	private static final String PAPER = """
			<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Giấy tờ</title><style>body { font-family: 'Liberation Serif'; }</style></head>
			<body><h1>Giấy tờ của bản trình diễn</h1><p>Tệp này đứng thay cho giấy tờ thật trong dữ liệu trình diễn.</p></body></html>""";

	private static final String FILES = "/files/";

	private final Participants participants;

	private final InboxStore store;

	private final Drafts drafts;

	private final Accounts accounts;

	private final Agencies agencies;

	private final Files files;

	private final Documents documents;

	private final JsonMapper json;

	private final Clock clock;

	DemoInbox(Participants participants, InboxStore store, Drafts drafts, Accounts accounts, Agencies agencies, Files files, Documents documents, JsonMapper json,
			Clock clock) {
		this.participants = participants;
		this.store = store;
		this.drafts = drafts;
		this.accounts = accounts;
		this.agencies = agencies;
		this.files = files;
		this.documents = documents;
		this.json = json;
		this.clock = clock;
	}

	@EventListener
	void fill(ApplicationReadyEvent ready) {
		Thread.ofVirtual().name("demo-inbox").start(() -> {
			try {
				participants.approved().stream().filter(known -> known.clientId().equals(SYSTEM)).findFirst().ifPresent(this::fillOnce);
			}
			catch (RuntimeException failed) {
				LOG.error("The demonstration starts with an empty inbox", failed);
			}
		});
	}

	private void fillOnce(Participant system) {
		if (store.latest(system.id(), Long.MAX_VALUE, 1).isEmpty()) {
			submit("minh", "house");
			submit("cty.saomai", "gifts");
			submit("cty.saomai", "discount");
		}
	}

	/** Hands in one of the kept applications in the first commune of Bắc Ninh. */
	DossierCode submit(String login, String application) {
		Actor applicant = accounts.actor(accounts.findByLogin(login).orElseThrow().id());
		JsonNode kept = application(application);
		UUID draft = drafts.open(applicant, new ProcedureCode(kept.get("service").asString()), kept.get("answers")).id();
		StoredFile paper = null;
		for (String component : missing(draft, applicant)) {
			paper = paper == null ? files.store(new ByteArrayInputStream(documents.pdf(PAPER)), "giay-to-trinh-dien.pdf", Files.Acceptance.ANY) : paper;
			drafts.attach(draft, applicant, component, paper);
		}
		return drafts.submit(draft, applicant).code();
	}

	private List<String> missing(UUID draft, Actor applicant) {
		return drafts.check(draft, applicant).stream().map(problem -> problem.pointer()).filter(pointer -> pointer.startsWith(FILES))
			.map(pointer -> pointer.substring(FILES.length())).toList();
	}

	private JsonNode application(String name) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
		Agency province = participants.approved().stream().filter(known -> known.clientId().equals(SYSTEM)).findFirst()
			.map(known -> agencies.get(known.agency(), today)).orElseThrow();
		Agency commune = agencies.children(province.id(), Agency.Level.COMMUNE, today).getFirst();
		try (InputStream stream = Objects.requireNonNull(DemoInbox.class.getResourceAsStream("/vn/motcua/exchange/demo.json"))) {
			String written = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("@province", province.code()).replace("@commune", commune.code())
				.replace("@start", today.plusDays(30).toString()).replace("@end", today.plusDays(50).toString());
			return json.readTree(written).get(name);
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
