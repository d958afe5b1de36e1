package vn.motcua.exchange.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.AgencySystem;
import vn.motcua.dossier.LedgerLines;
import vn.motcua.dossier.SentCodes;
import vn.motcua.site.Page;

/** Lines of Hà Nội's own system that came over HTTP and were counted. */
public final class SentLines {

	private SentLines() {
	}

	/** Dossiers of a day whose steps all carry one second, sent and counted. */
	public static void send(BeanFactory program, int port, LocalDate day, int dossiers) {
		Instant at = day.atTime(9, 0).atZone(Page.ZONE).toInstant();
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < dossiers; i++) {
			String code = SentCodes.next("H26", day).value();
			for (int status : new int[] { 2, 4, 9 }) {
				lines.add("{\"agency\":\"H26\",\"code\":\"%s\",\"procedure\":\"1.001193\",\"seq\":%d,\"status\":%d,\"at\":\"%s\",\"applicant\":{\"name\":\"Nguyễn Văn Bảy\",\"number\":\"001190000001\"}}"
					.formatted(code, status, status, at));
			}
		}
		if (AgencySystem.hanoi(port).taken(lines.toArray(String[]::new)).contains("rejected")) {
			throw new AssertionError("lines were rejected");
		}
		count(program);
	}

	/** Reads the ledger to its end, also what waits for the transactions of others to end, and examines what is due. */
	public static void count(BeanFactory program) {
		while (program.getBean(PulseWork.class).readOn() > 0 || program.getBean(LedgerLines.class).waiting(PulseWork.CONSUMER, 1).events() > 0) {
			Thread.onSpinWait();
		}
		while (program.getBean(Examination.class).examineNow() > 0) {
			Thread.onSpinWait();
		}
	}

}
