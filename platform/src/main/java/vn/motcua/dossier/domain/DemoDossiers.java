package vn.motcua.dossier.domain;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.file.Documents;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.form.Forms;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;

/** Dossiers of the demonstration: the same ones every time, spread over the last weeks, seen from the day it is first started. */
@Component
class DemoDossiers {

	static final int COUNT = 150;

	private static final long SEED = 20_200_819;

	private static final int DAYS = 45;

	private static final String PAPER = """
			<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Giấy tờ</title><style>body { font-family: 'Liberation Serif'; }</style></head>
			<body><h1>Giấy tờ của bản trình diễn</h1><p>Tệp này đứng thay cho giấy tờ thật trong dữ liệu trình diễn.</p></body></html>""";

	private final Catalogue catalogue;

	private final Forms forms;

	private final CompetentAgency competent;

	private final DossierCodes codes;

	private final Holders holders;

	private final DemoLives lives;

	private final DemoResults results;

	private final Accounts accounts;

	private final Files files;

	private final Documents documents;

	private final Clock clock;

	DemoDossiers(Catalogue catalogue, Forms forms, CompetentAgency competent, DossierCodes codes, Holders holders, DemoLives lives, DemoResults results, Accounts accounts, Files files,
			Documents documents, Clock clock) {
		this.catalogue = catalogue;
		this.forms = forms;
		this.competent = competent;
		this.codes = codes;
		this.holders = holders;
		this.lives = lives;
		this.results = results;
		this.accounts = accounts;
		this.files = files;
		this.documents = documents;
		this.clock = clock;
	}

	private record Plan(DemoTemplate template, DemoPerson person, Channel channel, Instant at) {
	}

	List<DemoLives.Life> lives() {
		Random random = new Random(SEED);
		Instant now = clock.instant();
		StoredFile paper = files.store(new ByteArrayInputStream(documents.pdf(PAPER)), "giay-to-trinh-dien.pdf", Files.Acceptance.ANY);
		List<DemoLives.Life> told = new ArrayList<>();
		Actor ward = actor("canbo.hoankiem");
		Actor departments = actor("motcua.hanoi");
		Actor wardLeader = actor("lanhdao.hoankiem");
		Actor departmentsLeader = actor("lanhdao.hanoi");
		for (Plan plan : plans(random, now)) {
			submitted(plan, paper, ward.agency()).ifPresent(event -> {
				boolean atWard = event.agency().equals(ward.agency());
				told.add(lives.live(event, at(event, atWard ? ward : departments), at(event, atWard ? wardLeader : departmentsLeader), now, random));
			});
		}
		results.draw(told);
		return told;
	}

	private static Actor at(DossierEvent event, Actor officer) {
		return DemoLives.officer(officer.account(), officer.name(), event.agency());
	}

	private Actor actor(String login) {
		return accounts.findByLogin(login).map(account -> accounts.actor(account.id())).orElseGet(Actor::platform);
	}

	private List<Plan> plans(Random random, Instant now) {
		List<DemoTemplate> templates = DemoTemplate.all().stream().flatMap(template -> Stream.generate(() -> template).limit(template.weight())).toList();
		List<Account> cast = Stream.of("lan", "hung", "minh").flatMap(login -> accounts.findByLogin(login).stream()).toList();
		Optional<Account> enterprise = accounts.findByLogin("cty.saomai");
		List<Plan> plans = new ArrayList<>();
		for (int i = 0; i < COUNT; i++) {
			DemoTemplate template = templates.get(random.nextInt(templates.size()));
			boolean ofCast = i % 20 == 0 && !cast.isEmpty();
			Optional<Account> account = !ofCast ? Optional.empty() : template.enterprise() ? enterprise : Optional.of(cast.get(i / 20 % cast.size()));
			DemoPerson person = account.map(known -> DemoPerson.of(known, random)).orElseGet(() -> DemoPerson.madeUp(template.enterprise(), random));
			Channel channel = random.nextInt(10) < 7 ? Channel.ONLINE : Channel.DESK;
			plans.add(new Plan(template, person, channel, moment(random, now)));
		}
		plans.sort(Comparator.comparing(Plan::at));
		return plans;
	}

	/** More of them in the last days than before, always within working hours and in the past. */
	private static Instant moment(Random random, Instant now) {
		int daysAgo = 1 + (int) (DAYS * random.nextDouble() * random.nextDouble());
		ZonedDateTime day = now.atZone(ProcessingDeadline.ZONE).minusDays(daysAgo);
		ZonedDateTime working = switch (day.getDayOfWeek()) {
			case SATURDAY -> day.minusDays(1);
			case SUNDAY -> day.minusDays(2);
			case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
		};
		return working.toLocalDate().atTime(8 + random.nextInt(8), random.nextInt(60), random.nextInt(60)).atZone(ProcessingDeadline.ZONE).toInstant();
	}

	private Optional<DossierEvent> submitted(Plan plan, StoredFile paper, @Nullable AgencyId desk) {
		LocalDate day = LocalDate.ofInstant(plan.at(), ProcessingDeadline.ZONE);
		ServiceVersion service = catalogue.find(new ProcedureCode(plan.template().service()), day).orElse(null);
		if (service == null) {
			return Optional.empty();
		}
		Channel channel = service.channels().contains(plan.channel()) ? plan.channel() : Channel.DESK;
		ObjectNode answers = forms.complete(forms.of(service), plan.template().filled(plan.person().places(), day), day);
		Assessment assessment = catalogue.assess(service, answers, channel, day);
		Optional<Agency> agency = competent.find(service.handling(), answers, desk, day);
		if (assessment.caseId() == null || assessment.timeLimit() == null || agency.isEmpty()) {
			return Optional.empty();
		}
		List<String> required = assessment.components().stream().filter(Assessment.AskedComponent::required).map(asked -> asked.component().id()).toList();
		boolean online = channel == Channel.ONLINE;
		List<AttachedFile> attached = online ? required.stream().map(id -> StepRecorder.attached(id, paper, 0)).toList() : List.of();
		Details.Submitted detail = new Details.Submitted(service.code().value(), service.id(), assessment.caseId(), assessment.timeLimit(),
				plan.person().applicant(), null, answers, attached, online ? List.of() : required, assessment.fees(), holders.receiving(plan.at()), null);
		UUID account = plan.person().applicant().account() == null ? new UUID(0, 1) : plan.person().applicant().account();
		return Optional.of(new DossierEvent(0, codes.next(agency.get(), day), 1, DossierEvent.Type.SUBMITTED, DossierStatus.SUBMITTED, plan.at(), plan.at(),
				Actor.Kind.CITIZEN, account, plan.person().applicant().name(), agency.get().id(), channel, null, LedgerJson.object(detail)));
	}

}
