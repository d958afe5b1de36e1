package vn.motcua.reporting.board;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.site.Flashes;

/** Keeping a question on a board, and changing a board. */
@Controller
@RequestMapping("/bao-cao/bang")
@RequiresPermission(Permission.REPORT_VIEW)
class BoardEditController {

	private final Boards boards;

	private final Drawing drawing;

	BoardEditController(Boards boards, Drawing drawing) {
		this.boards = boards;
		this.drawing = drawing;
	}

	@GetMapping("/moi")
	String ask(HttpServletRequest request, @RequestParam(name = "view", defaultValue = "") String picture, @RequestParam(name = "bang", defaultValue = "") String target, @CurrentActor Actor actor,
			Model model) {
		String question = drawing.kept(request.getParameterMap());
		List<Board> mine = boards.mine(actor);
		boolean offered = mine.stream().anyMatch(board -> target.startsWith(board.number() + "."));
		return form(new SaveForm(question, picture, "", offered ? target : SaveForm.NEW, "", Sharing.OWN.name(), List.of()), mine, model);
	}

	@PostMapping("/moi")
	String save(@RequestParam(name = "cau-hoi", defaultValue = "") String question, @RequestParam(name = "hinh", defaultValue = "") String picture,
			@RequestParam(name = "tieu-de", defaultValue = "") String title, @RequestParam(name = "bang", defaultValue = "") String target,
			@RequestParam(name = "ten", defaultValue = "") String name, @RequestParam(name = "chia-se", defaultValue = "") String sharing, @CurrentActor Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		SaveForm form = new SaveForm(question, picture, title, target, name, sharing, List.of());
		try {
			long number = kept(form, actor);
			Flashes.success(redirect, "reporting.board.saved");
			return "redirect:/bao-cao/bang/" + number;
		}
		catch (ProblemException refused) {
			if (refused.fields().isEmpty()) {
				throw refused;
			}
			response.setStatus(422);
			return form(form.with(refused.fields()), boards.mine(actor), model);
		}
	}

	@GetMapping("/{so}/sua")
	String edit(@PathVariable("so") long number, @CurrentActor Actor actor, Model model) {
		Board board = boards.own(number, actor);
		return edit(board, BoardForm.of(board), model);
	}

	@PostMapping("/{so}/sua")
	String change(@PathVariable("so") long number, HttpServletRequest request, @CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Board board = boards.own(number, actor);
		BoardForm form = BoardForm.of(board, request.getParameterMap());
		List<FieldProblem> problems = form.problems();
		if (problems.isEmpty()) {
			try {
				boards.change(board, form.version(), form.name(), form.sharing(), drawing.kept(board, form.pictures()));
				Flashes.success(redirect, "reporting.board.changed");
				return "redirect:" + board.href();
			}
			catch (ProblemException refused) {
				if (refused.code() == CommonProblem.CHANGED_MEANWHILE) {
					response.setStatus(409);
					return edit(board, form.beside(boards.own(number, actor)), model);
				}
				if (refused.fields().isEmpty()) {
					throw refused;
				}
				problems = refused.fields();
			}
		}
		response.setStatus(422);
		return edit(board, form.with(problems), model);
	}

	/** Number of the board it stands on now. */
	private long kept(SaveForm form, Actor actor) {
		String question = drawing.kept(form.question());
		BoardPicture picture = new BoardPicture(Boards.line(form.title()), Picture.find(form.picture()).orElse(Picture.TABLE), question);
		if (form.target().matches("[1-9]\\d{0,11}(\\.[1-9]\\d?)?")) {
			String[] target = form.target().split("\\.");
			long number = Long.parseLong(target[0]);
			boards.put(number, target.length == 1 ? 0 : Integer.parseInt(target[1]), picture, actor);
			return number;
		}
		return boards.create(form.name(), Sharing.find(form.sharing()).orElse(Sharing.OWN), List.of(picture), actor);
	}

	private static String form(SaveForm form, List<Board> mine, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("mine", mine);
		return "reporting/board/save";
	}

	private String edit(Board board, BoardForm form, Model model) {
		model.addAttribute("board", board);
		model.addAttribute("asked", drawing.indicators(form.rows().stream().map(BoardForm.Row::question).toList()));
		model.addAttribute("form", form);
		return "reporting/board/edit";
	}

}
