package vn.motcua.onestop.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep.SupplementItem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.onestop.DeskAct;
import vn.motcua.site.Page;

/** Reads an act out of what a form posted; what is missing or wrong is collected by the name of the field. */
final class ActReader {

	static final int LONGEST = 2000;

	/** What a person pays with, and how a result leaves the desk; words stand under {@code onestop.<field>.<value>}. */
	static final List<String> METHODS = List.of("tien-mat", "chuyen-khoan", "the");

	static final List<String> WAYS = List.of("tai-quay", "buu-chinh", "truc-tuyen");

	/** Agencies close at five: a new promised date means until then. */
	private static final LocalTime CLOSING = LocalTime.of(17, 0);

	private final Map<String, String> values;

	private final List<FieldProblem> problems = new ArrayList<>();

	ActReader(Map<String, String> values) {
		this.values = values;
	}

	List<FieldProblem> problems() {
		return problems;
	}

	/** The act, or {@code null} when there are problems. */
	@Nullable DeskAct read(DeskAct.Kind kind) {
		DeskAct act = switch (kind) {
			case ACCEPT -> new DeskAct.Accept(optional("ghi-chu"));
			case REFUSE -> new DeskAct.Refuse(required("ly-do"));
			case ASK_SUPPLEMENT -> new DeskAct.AskSupplement(items(), required("ly-do"));
			case ASK_FEE -> new DeskAct.AskFee();
			case TAKE_FEE -> new DeskAct.TakeFee(oneOf("phuong-thuc", METHODS));
			case CLAIM -> new DeskAct.Claim(item());
			case FINISH -> new DeskAct.Finish(item(), optional("ghi-chu"));
			case CONSULT -> new DeskAct.Consult(item(), required("noi-dung"));
			case PROPOSE -> new DeskAct.Propose(item(), oneOf("ket-luan", List.of("dong-y", "tu-choi")).equals("dong-y"), required("noi-dung"));
			case SIGN -> new DeskAct.Sign();
			case SEND_BACK -> new DeskAct.SendBack(required("ly-do"));
			case HAND_OVER -> new DeskAct.HandOver(oneOf("cach-thuc", WAYS));
			case STOP -> new DeskAct.Stop(required("ly-do"));
			case RESCHEDULE -> new DeskAct.Reschedule(closingOf("ngay"), required("ly-do"));
			case CORRECT -> new DeskAct.Correct(status(), required("ly-do"));
		};
		return problems.isEmpty() ? act : null;
	}

	private String required(String field) {
		String value = text(field);
		if (value.isEmpty()) {
			problem(field, "onestop.needed." + field);
		}
		return value;
	}

	private @Nullable String optional(String field) {
		String value = text(field);
		return value.isEmpty() ? null : value;
	}

	private String text(String field) {
		String value = values.getOrDefault(field, "").replace("\0", "").replace("\r\n", "\n").strip();
		if (value.length() > LONGEST) {
			problems.add(FieldProblem.of("/" + field, "onestop.too-long", "max", LONGEST));
		}
		return value;
	}

	private String oneOf(String field, List<String> choices) {
		String value = values.getOrDefault(field, "");
		if (!choices.contains(value)) {
			problem(field, "onestop.needed." + field);
		}
		return value;
	}

	private String item() {
		String item = values.getOrDefault("buoc", "");
		if (!item.matches("[0-9a-f]{1,64}")) {
			problem("buoc", "onestop.needed.buoc");
		}
		return item;
	}

	/** One line for each paper: the field is named after the component. */
	private List<SupplementItem> items() {
		List<SupplementItem> items = new ArrayList<>();
		values.keySet().stream().filter(name -> name.startsWith("thieu.") && name.length() < 100).sorted().limit(100).forEach(name -> {
			String what = text(name);
			if (!what.isEmpty()) {
				items.add(new SupplementItem(name.substring("thieu.".length()), what));
			}
		});
		if (items.isEmpty()) {
			problem("thieu", "onestop.needed.thieu");
		}
		return items;
	}

	private Instant closingOf(String field) {
		try {
			LocalDate day = LocalDate.of(number(field + "-year"), number(field + "-month"), number(field + "-day"));
			if (day.getYear() >= 2000 && day.getYear() < 2100) {
				return day.atTime(CLOSING).atZone(Page.ZONE).toInstant();
			}
		}
		catch (DateTimeException | NumberFormatException notADay) {
			// said below
		}
		problem(field, "onestop.needed." + field);
		return Instant.EPOCH;
	}

	private int number(String field) {
		return Integer.parseInt(values.getOrDefault(field, "").strip());
	}

	private DossierStatus status() {
		String number = values.getOrDefault("trang-thai", "");
		if (number.matches("[1-9]|10")) {
			return DossierStatus.of(Integer.parseInt(number));
		}
		problem("trang-thai", "onestop.needed.trang-thai");
		return DossierStatus.SUBMITTED;
	}

	private void problem(String field, String code) {
		problems.add(FieldProblem.of("/" + field, code));
	}

}
