package vn.motcua.dossier.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.KnownAnswers;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.Known;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.register.Register;
import vn.motcua.kernel.register.RegisterDown;

/** Asks the account, the latest dossiers and the registers for what questions want to know. */
@Component
class PersonKnowledge implements KnownAnswers {

	/** Earlier dossiers looked through. */
	private static final Limit EARLIER = Limit.of(10);

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Accounts accounts;

	private final Dossiers dossiers;

	private final List<Register> registers;

	PersonKnowledge(Accounts accounts, Dossiers dossiers, List<Register> registers) {
		this.accounts = accounts;
		this.dossiers = dossiers;
		this.registers = registers;
	}

	@Override
	public Known of(Actor person, Collection<FormField> questions) {
		Set<String> wanted = questions.stream().flatMap(PersonKnowledge::wanted).collect(Collectors.toSet());
		Map<String, JsonNode> values = new HashMap<>();
		Map<String, LocalizedText> names = new HashMap<>();
		Set<String> silent = new HashSet<>();
		if (!wanted.isEmpty()) {
			accounts.find(person.account()).ifPresent(account -> account(account, values));
		}
		earlier(person, wanted, values, names);
		registers.stream().filter(register -> wanted.stream().anyMatch(name -> Known.register(name).filter(register.word()::equals).isPresent()))
			.forEach(register -> ask(register, person, values, names, silent));
		return new Known(values, names, silent);
	}

	private static java.util.stream.Stream<String> wanted(FormField field) {
		return java.util.stream.Stream.concat(field.prefill().stream(), field.fields().stream().flatMap(PersonKnowledge::wanted));
	}

	private static void account(Account account, Map<String, JsonNode> values) {
		put(values, "account.name", account.fullName());
		put(values, "account.personal_number", account.subject());
		put(values, "account.tax_code", account.kind() == Actor.Kind.ENTERPRISE ? account.subject() : null);
		put(values, "account.birth_date", account.birthDate());
		put(values, "account.sex", account.sex());
		put(values, "account.phone", account.phone());
		put(values, "account.email", account.email());
		put(values, "account.address.commune", account.addressCommune());
		put(values, "account.address.line", account.addressLine());
	}

	/** The newest dossier that answers a question gives its answer. */
	private void earlier(Actor person, Set<String> wanted, Map<String, JsonNode> values, Map<String, LocalizedText> names) {
		Set<String> open = wanted.stream().filter(name -> name.startsWith(Known.EARLIER)).collect(Collectors.toSet());
		if (open.isEmpty() || person.subject() == null) {
			return;
		}
		for (var summary : dossiers.ofApplicant(person, EARLIER, null).items()) {
			Optional<DossierView> dossier = open.isEmpty() ? Optional.empty() : dossiers.find(summary.code());
			dossier.ifPresent(found -> open.removeIf(name -> {
				JsonNode answer = found.answers().at("/" + name.substring(Known.EARLIER.length()).replace('.', '/'));
				if (!answer.isMissingNode() && !answer.isNull()) {
					values.put(name, answer);
					names.put(name, LocalizedText.same(found.summary().code().value()));
				}
				return !answer.isMissingNode() && !answer.isNull();
			}));
		}
	}

	private static void ask(Register register, Actor person, Map<String, JsonNode> values, Map<String, LocalizedText> names, Set<String> silent) {
		names.put(register.word(), register.name());
		try {
			Optional<Map<String, String>> said = person.subject() == null ? Optional.empty() : register.find(person.subject());
			said.ifPresent(found -> found.forEach((name, value) -> put(values, Known.REGISTER + register.word() + "." + name, value)));
		}
		catch (RegisterDown down) {
			silent.add(register.word());
		}
	}

	private static void put(Map<String, JsonNode> values, String name, @Nullable Object value) {
		if (value != null && !value.toString().isBlank()) {
			values.put(name, NODES.stringNode(value.toString()));
		}
	}

}
