package vn.motcua.reporting.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.site.Flashes;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Boards as people look at them: one's own, those of others, one with its figures. */
@Controller
@RequestMapping("/bao-cao/bang")
@RequiresPermission(Permission.REPORT_VIEW)
public class BoardController {

	private static final Limit PAGE = new Limit(50);

	private final Boards boards;

	private final Drawing drawing;

	private final Agencies agencies;

	private final Messages messages;

	private final Clock clock;

	BoardController(Boards boards, Drawing drawing, Agencies agencies, Messages messages, Clock clock) {
		this.boards = boards;
		this.drawing = drawing;
		this.agencies = agencies;
		this.messages = messages;
		this.clock = clock;
	}

	/** @param agency of its owner when it was made */
	public record Listed(Board board, LocalizedText agency) {
	}

	@GetMapping
	String list(@CurrentActor Actor actor, @RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		model.addAttribute("mine", boards.mine(actor));
		model.addAttribute("shared", boards.shared(actor, PAGE, after).map(board -> new Listed(board, agencies.get(board.agency(), today).fullName())));
		return "reporting/board/list";
	}

	@GetMapping("/{so}")
	String show(@PathVariable("so") long number, @CurrentActor Actor actor, Model model) {
		Board board = boards.get(number, actor);
		boolean own = board.ownedBy(actor);
		List<DrawnPicture> pictures = drawing.drawn(board.pictures(), own ? String.valueOf(number) : "");
		model.addAttribute("view", new BoardPage(board, pictures, own, clock.instant()));
		return "reporting/board/show";
	}

	@PostMapping("/{so}/nhan-doi")
	String duplicate(@PathVariable("so") long number, @CurrentActor Actor actor, Locale locale, RedirectAttributes redirect) {
		Board board = boards.get(number, actor);
		long copy = boards.duplicate(number, messages.text(locale, "reporting.board.copy-of", Map.of("name", board.name())), actor);
		Flashes.success(redirect, "reporting.board.duplicated");
		return "redirect:/bao-cao/bang/" + copy;
	}

	@GetMapping("/{so}/xoa")
	String askToDelete(@PathVariable("so") long number, @CurrentActor Actor actor, Model model) {
		model.addAttribute("board", boards.own(number, actor));
		return "reporting/board/remove";
	}

	@PostMapping("/{so}/xoa")
	String delete(@PathVariable("so") long number, @CurrentActor Actor actor, RedirectAttributes redirect) {
		String name = boards.own(number, actor).name();
		boards.delete(number, actor);
		Flashes.success(redirect, "reporting.board.deleted", "name", name);
		return "redirect:/bao-cao/bang";
	}

}
