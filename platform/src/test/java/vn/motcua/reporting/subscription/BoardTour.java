package vn.motcua.reporting.subscription;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.analysis.AnalysisTour;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.reporting.board.Board;
import vn.motcua.reporting.board.BoardPicture;
import vn.motcua.reporting.board.Boards;
import vn.motcua.reporting.board.Sharing;

/** The pages of figures, boards and letters, for the tour of all pages: route, visitor and address. */
public final class BoardTour {

	private static final String CLERK = "baocao.bacninh";

	private static final String QUESTION = "indicator=TT0204&level=province&from=2024-01-01&to=2024-03-31";

	private BoardTour() {
	}

	public static List<String[]> stops(BeanFactory program) {
		Accounts accounts = program.getBean(Accounts.class);
		Actor clerk = accounts.actor(accounts.findByLogin(CLERK).orElseThrow().id());
		Boards boards = program.getBean(Boards.class);
		List<BoardPicture> pictures = new ArrayList<>(Arrays.stream(Picture.values()).map(picture -> new BoardPicture("", picture, QUESTION)).toList());
		pictures.add(new BoardPicture("Chỉ tiêu đã bỏ", Picture.TABLE, "indicator=KHONGCO&span=this-year"));
		Board board = boards.get(boards.create("Bảng của chuyến đi", Sharing.EVERYBODY, pictures, clerk), clerk);
		Subscriptions subscriptions = program.getBean(Subscriptions.class);
		subscriptions.subscribe(board, Rhythm.COMPLETE, clerk);
		String token = subscriptions.ofBoard(board.number(), clerk).orElseThrow().token();
		List<String[]> stops = new ArrayList<>(AnalysisTour.stops().stream().map(each -> new String[] { each[0], CLERK, each[1] }).toList());
		stops.add(new String[] { "/bao-cao/bang", CLERK, "/bao-cao/bang" });
		stops.add(new String[] { "/bao-cao/bang", "baocao.kinhbac", "/bao-cao/bang" });
		stops.add(new String[] { "/bao-cao/bang/moi", CLERK, "/bao-cao/bang/moi?" + QUESTION + "&view=duong&bang=" + board.number() + ".2" });
		stops.add(new String[] { "/bao-cao/bang/{so}", CLERK, board.href() });
		stops.add(new String[] { "/bao-cao/bang/{so}", "baocao.kinhbac", board.href() });
		stops.add(new String[] { "/bao-cao/bang/{so}/sua", CLERK, board.href() + "/sua" });
		stops.add(new String[] { "/bao-cao/bang/{so}/xoa", CLERK, board.href() + "/xoa" });
		stops.add(new String[] { "/bao-cao/thu", CLERK, "/bao-cao/thu" });
		stops.add(new String[] { "/bao-cao/thu", "lanhdao.kinhbac", "/bao-cao/thu" });
		stops.add(new String[] { "/bao-cao/thu/moi", CLERK, "/bao-cao/thu/moi?bang=" + board.number() });
		stops.add(new String[] { "/bao-cao/thu/moi", CLERK, "/bao-cao/thu/moi?" + QUESTION });
		stops.add(new String[] { "/bao-cao/thoi-nhan/{token}", "", "/bao-cao/thoi-nhan/" + token });
		stops.add(new String[] { "/bao-cao/thoi-nhan/{token}", "", "/bao-cao/thoi-nhan/" + "x".repeat(32) });
		return stops;
	}

}
