package vn.motcua.reporting.board;

import java.util.Arrays;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.reporting.analysis.QuestionReader;

/** Boards that the cast of the demonstration keeps: made once, after the start, as people make them. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class DemoBoards {

	private static final Logger LOG = LoggerFactory.getLogger(DemoBoards.class);

	private static final String CENTRE = "baocao.vpcp";

	private static final String PROVINCE = "baocao.bacninh";

	private final Boards boards;

	private final BoardStore store;

	private final QuestionReader questions;

	private final Accounts accounts;

	private final boolean wanted;

	DemoBoards(Boards boards, BoardStore store, QuestionReader questions, Accounts accounts, @Value("${motcua.work}") boolean work, @Value("${motcua.demo-figures:true}") boolean wanted) {
		this.boards = boards;
		this.store = store;
		this.questions = questions;
		this.accounts = accounts;
		this.wanted = work && wanted;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (wanted) {
			Thread.ofVirtual().name("reporting-demo-boards").start(this::make);
		}
	}

	void make() {
		try {
			board(PROVINCE, "Bắc Ninh hằng tháng", Sharing.AGENCY, new BoardPicture("", Picture.LINES, "indicator=TT0204&indicator=TT0205&agency=24&span=last-2-years&asOf=today"),
					new BoardPicture("", Picture.TABLE, "indicator=TC0101&indicator=KD0101&agency=24&span=last-12-months&figure=growthYear"),
					new BoardPicture("", Picture.RANKING, "indicator=TTHC0100&agency=24&level=commune&span=last-3-months"));
			board(CENTRE, "Kinh tế - xã hội các tỉnh, thành phố", Sharing.EVERYBODY, new BoardPicture("", Picture.LINES, "indicator=TT0204&indicator=TT0205&agency=VN&span=last-3-years"),
					new BoardPicture("", Picture.MAP, "indicator=TT0204&level=province&span=last-12-months"),
					new BoardPicture("", Picture.RANKING, "indicator=TC0101&level=province&span=last-12-months&asOf=today"),
					new BoardPicture("", Picture.BARS, "indicator=KD0101&level=province&span=last-12-months"),
					new BoardPicture("Đạt so với kế hoạch năm", Picture.TABLE, "indicator=TT0204&indicator=TC0101&indicator=KD0101&agency=VN&span=this-quarter&figure=target&figure=targetShare"));
			board(CENTRE, "Kiểm soát thủ tục hành chính", Sharing.EVERYBODY,
					new BoardPicture("", Picture.TABLE, "indicator=TTHC0100&indicator=TTHC0200&indicator=TTHC0300&agency=VN&span=last-2-quarters"),
					new BoardPicture("", Picture.RANKING, "indicator=TTHC0401&level=province&span=last-2-quarters"),
					new BoardPicture("", Picture.MAP, "indicator=TTHC0302&level=province&span=last-2-quarters"),
					new BoardPicture("", Picture.TABLE, "indicator=TTHC0100&breakdown=LV&agency=VN&span=this-quarter"));
		}
		catch (RuntimeException failed) {
			LOG.warn("The demonstration goes on with fewer boards", failed);
		}
	}

	private void board(String login, String name, Sharing sharing, BoardPicture... pictures) {
		Actor actor = accounts.findByLogin(login).map(Account::id).map(accounts::actor).orElseThrow();
		if (store.of(actor.account(), Boards.MOST_BOARDS).stream().noneMatch(board -> board.name().equals(name))) {
			List<BoardPicture> kept = Arrays.stream(pictures).map(picture -> new BoardPicture(picture.title(), picture.picture(), questions.read(picture.question()).query())).toList();
			boards.create(name, sharing, kept, actor);
		}
	}

}
