package vn.motcua.reporting.regime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/** What an officer writes about a regime, field by field, and what is wrong with it. */
public final class RegimeForm {

	/** Source of what nobody confirmed. */
	static final String UNVERIFIED = "unverified";

	private static final int LONGEST = 2_000;

	private final MultiValueMap<String, String> values;

	private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

	RegimeForm(MultiValueMap<String, String> values) {
		this.values = values;
	}

	public String value(String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip();
	}

	public List<String> all(String field) {
		return values.getOrDefault(field, List.of());
	}

	/** Edition of the draft that the officer looked at. */
	int edition() {
		return value("ban").matches("\\d{1,9}") ? Integer.parseInt(value("ban")) : 0;
	}

	public boolean sound() {
		return problems.isEmpty();
	}

	public List<FieldError> lines(Page page) {
		return problems.entrySet().stream().map(entry -> new FieldError(entry.getKey(),
				page.t("reporting.design.field", "label", page.t(RegimeForms.inputLabel(entry.getKey())), "problem", page.problem(entry.getValue())))).toList();
	}

	public @Nullable String words(Page page, String field) {
		FieldProblem problem = problems.get(field);
		return problem == null ? null : page.problem(problem);
	}

	void wrong(String field, String rule, Object... namesAndValues) {
		Map<String, Object> named = namesAndValues.length == 0 ? Map.of() : Map.of((String) namesAndValues[0], namesAndValues[1]);
		problems.putIfAbsent(field, new FieldProblem("/" + field, "reporting.design." + rule, named));
	}

	PeriodType type() {
		return Arrays.stream(PeriodType.values()).filter(one -> one.name().equals(value("tan-suat"))).findFirst().orElseGet(() -> {
			wrong("tan-suat", "required");
			return PeriodType.MONTH;
		});
	}

	/** What the form says; with problems it is of no use. @param provinces finds a province by its code or name */
	@Nullable RegimeContent content(PeriodType type, Function<String, @Nullable Integer> provinces) {
		LocalizedText name = text("ten");
		LocalizedText content = text("noi-dung");
		@Nullable LocalizedText guidance = value("huong-dan").isEmpty() ? null : text("huong-dan");
		List<Agency.Level> subjects = all("doi-tuong").stream().flatMap(one -> Arrays.stream(Agency.Level.values()).filter(level -> level.name().equals(one)))
			.sorted(java.util.Comparator.comparing(DesignRegister::rank)).toList();
		if (subjects.isEmpty()) {
			wrong("doi-tuong", "choose");
		}
		String department = value("co-quan-chuyen-mon");
		if (subjects.contains(Agency.Level.DEPARTMENT) != !department.isEmpty()) {
			wrong("co-quan-chuyen-mon", department.isEmpty() ? "required" : "department");
		}
		List<Integer> only = new ArrayList<>();
		Stream.of(value("tinh").split("[,;]")).flatMap(one -> Stream.of(one.strip().split(one.matches("[\\d\\s]+") ? "\\s+" : "\\n"))).filter(one -> !one.isBlank()).limit(100).forEach(one -> {
			Integer province = provinces.apply(one);
			if (province == null) {
				wrong("tinh", "province", "code", one);
			}
			else {
				only.add(province);
			}
		});
		List<String> methods = all("phuong-thuc").stream().filter(RegimeContent.METHODS::contains).toList();
		List<LocalizedText> outline = value("de-cuong").lines().map(String::strip).filter(line -> !line.isEmpty()).limit(50).map(RegimeForm::twoLanguages).toList();
		Regime.Burden burden = new Regime.Burden(hours("gio-giay"), value("gio-nguon").isEmpty() ? UNVERIFIED : line("gio-nguon"));
		PeriodRule rule = rule(type);
		if (!sound() || rule == null) {
			return null;
		}
		return new RegimeContent(name, content, value("can-cu"), subjects, department.isEmpty() ? null : department, only, methods.isEmpty() ? List.of("system") : methods, outline,
				guidance, burden, rule, !value("nguon").isEmpty() ? line("nguon") : value("can-cu").isEmpty() ? UNVERIFIED : line("can-cu"));
	}

	/** As much of a text as is kept in one line. */
	private String line(String field) {
		return value(field).substring(0, Math.min(value(field).length(), 500));
	}

	private @Nullable PeriodRule rule(PeriodType type) {
		try {
			CutOff cutOff = switch (value("chot")) {
				case "calendar" -> CutOff.CALENDAR;
				case "own" -> new CutOff(number("chot-tu-thang", -12, 12, 0), number("chot-tu-ngay", 1, 31, 1), number("chot-den-thang", -12, 12, 0), number("chot-den-ngay", 1, 31, 31),
						CutOff.inDays(type) ? number("chot-lech", -31, 31, 0) : 0);
				default -> CutOff.inDays(type) ? CutOff.CALENDAR : CutOff.DECREE;
			};
			Deadline.Kind kind = Arrays.stream(Deadline.Kind.values()).filter(one -> one.name().equals(value("han"))).findFirst().orElse(Deadline.Kind.WORKING_DAYS);
			Deadline deadline = new Deadline(kind, number("han-so", kind == Deadline.Kind.DAY_OF_MONTH ? 1 : 0, kind == Deadline.Kind.DAY_OF_MONTH ? 31 : 120, 2),
					kind == Deadline.Kind.DAY_OF_MONTH ? number("han-thang", 0, 12, 0) : 0, time());
			PeriodRule rule = new PeriodRule(type, cutOff, deadline, number("mo-truoc", 0, 400, 5), number("gia-han", 0, 60, 0), closes(),
					type == PeriodType.WINDOW ? windows() : List.of());
			if (rule.opensTooLate()) {
				wrong("mo-truoc", "opens-late");
			}
			return rule;
		}
		catch (IllegalArgumentException wrong) {
			wrong("chot", "rule");
			return null;
		}
	}

	/** Not before the days are over on which reports still count as on time. */
	private @Nullable Integer closes() {
		return value("tu-dong").isEmpty() ? null : number("tu-dong", number("gia-han", 0, 60, 0), PeriodRule.MOST_TO_CLOSE, PeriodRule.MOST_TO_CLOSE);
	}

	private List<PeriodRule.Window> windows() {
		List<PeriodRule.Window> windows = new ArrayList<>();
		for (String line : value("dot").lines().map(String::strip).filter(line -> !line.isEmpty()).limit(PeriodRule.MOST_WINDOWS + 1L).toList()) {
			PeriodRule.Window window = window(line);
			if (window == null) {
				wrong("dot", "window", "line", line.length() > 40 ? line.substring(0, 40) + "…" : line);
			}
			else if (windows.stream().anyMatch(other -> other.from().equals(window.from()))) {
				wrong("dot", "window-twice", "line", line);
			}
			else {
				windows.add(window);
			}
		}
		if (windows.isEmpty()) {
			wrong("dot", "required");
		}
		if (windows.size() > PeriodRule.MOST_WINDOWS) {
			wrong("dot", "windows", "max", PeriodRule.MOST_WINDOWS);
			return List.of();
		}
		return windows;
	}

	/** {@code null} when it cannot be read, ends before it begins, or lies in no year that anybody plans for. */
	private static PeriodRule.@Nullable Window window(String line) {
		String[] days = line.split("\\s*(?:–|—|\\.\\.|\\sđến\\s|\\sto\\s|\\s-\\s)\\s*", -1);
		try {
			PeriodRule.Window window = new PeriodRule.Window(day(days[0]), day(days[days.length - 1]));
			return days.length > 2 || window.from().getYear() < 2000 || window.to().getYear() > 2100 ? null : window;
		}
		catch (java.time.DateTimeException | IllegalArgumentException unreadable) {
			return null;
		}
	}

	static LocalDate day(String text) {
		String[] parts = text.strip().split("[/.]");
		return parts.length == 3 ? LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0])) : LocalDate.parse(text.strip());
	}

	private LocalTime time() {
		try {
			return value("han-gio").isEmpty() ? Deadline.CLOSE : LocalTime.parse(value("han-gio").length() == 4 ? "0" + value("han-gio") : value("han-gio"));
		}
		catch (java.time.DateTimeException unreadable) {
			wrong("han-gio", "time");
			return Deadline.CLOSE;
		}
	}

	private LocalizedText text(String field) {
		String vi = value(field);
		if (vi.isEmpty() || vi.length() > LONGEST) {
			wrong(field, vi.isEmpty() ? "required" : "too-long", "max", LONGEST);
			return LocalizedText.same("–");
		}
		return new LocalizedText(vi, value(field + "-en"));
	}

	static LocalizedText twoLanguages(String line) {
		String[] parts = line.split(" \\| ", 2);
		return new LocalizedText(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
	}

	private int number(String field, int least, int most, int otherwise) {
		String text = value(field);
		if (text.isEmpty()) {
			return otherwise;
		}
		if (text.matches("-?\\d{1,8}")) {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		problems.putIfAbsent(field, new FieldProblem("/" + field, "reporting.design.number", Map.of("least", least, "most", most)));
		return otherwise;
	}

	private BigDecimal hours(String field) {
		String text = value(field).replace(',', '.');
		if (text.matches("\\d{1,5}(\\.\\d{1,2})?")) {
			return new BigDecimal(text);
		}
		if (!text.isEmpty()) {
			wrong(field, "hours");
		}
		return BigDecimal.ZERO;
	}

}
