package vn.motcua.exchange.mapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.dossier.SyncOutcome.Result;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.exchange.mapi.MapiRecord.Wrong;
import vn.motcua.exchange.mapi.MapiReply.Said;
import vn.motcua.exchange.sync.Intake;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.FieldProblem;

/** Dossiers, progress and statuses on their way in: each record becomes lines of the ledger, one batch for the whole call. */
@Component
class MapiPush {

	/** Members of a line by what the older interface calls them. */
	private static final Map<String, String> NAMES = Map.of("/code", "/MaHoSo", "/agency", "/MaHoSo", "/procedure", "/MaTTHC", "/status", "/TrangThaiHoSo", "/receivedAt",
			"/NgayNopHoSo", "/dueAt", "/NgayHenTra", "/applicant", "/ChuHoSo", "/applicant/number", "/DinhDanhCHS", "/seq", "/MaHoSo");

	private static final Map<Integer, String> MOMENTS = Map.of(1, "/NgayNopHoSo", 2, "/NgayTiepNhan", 3, "/NgayTuChoi", 9, "/NgayKetThucXuLy", 10, "/NgayTra");

	private final Intake intake;

	private final Dossiers dossiers;

	MapiPush(Intake intake, Dossiers dossiers) {
		this.intake = intake;
		this.dossiers = dossiers;
	}

	/** A record with its places in the batch, or what it is answered without. */
	private record Read(String code, int from, int until, @Nullable MapiCode answer) {
	}

	List<Said> dossiers(MapiCall call) throws IOException {
		boolean updating = call.updating();
		return push(call, (record, code) -> !updating && dossiers.track(code).isPresent() ? Pushed.answered(MapiCode.EXISTS)
				: Pushed.of(MapiDossier.lines(record)), updating);
	}

	List<Said> progress(MapiCall call) throws IOException {
		Map<DossierCode, Optional<ProcedureCode>> known = new HashMap<>();
		return push(call, (record, code) -> known.computeIfAbsent(code, this::procedureOf).map(procedure -> Pushed.of(MapiProgress.lines(record, code, procedure)))
			.orElseGet(() -> Pushed.answered(MapiCode.UNKNOWN)), true);
	}

	private interface Reader {

		Pushed read(MapiRecord record, DossierCode code);

	}

	private record Pushed(List<SyncedLine> lines, @Nullable MapiCode answer) {

		static Pushed of(List<SyncedLine> lines) {
			return new Pushed(lines, null);
		}

		static Pushed answered(MapiCode code) {
			return new Pushed(List.of(), code);
		}

	}

	private List<Said> push(MapiCall call, Reader reader, boolean updating) throws IOException {
		List<Arrived> batch = new ArrayList<>();
		List<Read> records = new ArrayList<>();
		long bytes = 0;
		for (MapiRecord record : call.data()) {
			byte[] sent = record.node().toString().getBytes(StandardCharsets.UTF_8);
			bytes += sent.length;
			records.add(read(record, sent, reader, batch));
		}
		long size = bytes;
		List<SyncOutcome> outcomes = batch.isEmpty() ? List.of() : intake.take(call.sender(), () -> new Intake.Batch(batch, size, call.sha256())).outcomes();
		return records.stream().map(read -> said(read, outcomes.subList(read.from(), read.until()), batch.subList(read.from(), read.until()), updating)).toList();
	}

	private static Read read(MapiRecord record, byte[] sent, Reader reader, List<Arrived> batch) {
		int from = batch.size();
		String written = "";
		try {
			written = record.required("MaHoSo", "SoHoSo");
			DossierCode code = MapiDossier.code(record);
			written = code.value();
			Pushed pushed = reader.read(record, code);
			pushed.lines().forEach(line -> batch.add(new Arrived(line, null, sent)));
			return new Read(written, from, batch.size(), pushed.answer());
		}
		catch (Wrong wrong) {
			batch.add(new Arrived(null, wrong.problem(), sent));
			return new Read(written, from, batch.size(), null);
		}
	}

	/** A record is refused when a line of it is; pushed for the first time it must bring something. */
	private static Said said(Read read, List<SyncOutcome> outcomes, List<Arrived> lines, boolean updating) {
		if (read.answer() != null) {
			return new Said(read.code(), read.answer(), "rejected", List.of());
		}
		Map<String, FieldProblem> problems = new LinkedHashMap<>();
		boolean applied = false;
		boolean stale = false;
		for (int i = 0; i < outcomes.size(); i++) {
			SyncOutcome outcome = outcomes.get(i);
			applied |= outcome.result() == Result.APPLIED;
			stale |= outcome.result() == Result.STALE;
			if (outcome.problem() != null) {
				FieldProblem named = named(outcome.problem(), lines.get(i).line());
				problems.putIfAbsent(named.pointer() + named.code(), named);
			}
		}
		if (!problems.isEmpty()) {
			return new Said(read.code(), MapiCode.REFUSED, applied ? "applied" : "rejected", List.copyOf(problems.values()));
		}
		String result = applied ? "applied" : stale ? "stale" : "duplicate";
		return new Said(read.code(), !updating && !applied ? MapiCode.EXISTS : MapiCode.DONE, result, List.of());
	}

	private static FieldProblem named(FieldProblem problem, @Nullable SyncedLine line) {
		String pointer = line == null ? problem.pointer() : problem.pointer().equals("/at") ? MOMENTS.getOrDefault(line.status().number(), "/ThoiDiemXuLy")
				: NAMES.getOrDefault(problem.pointer(), problem.pointer());
		return new FieldProblem(pointer, problem.code(), problem.values());
	}

	private Optional<ProcedureCode> procedureOf(DossierCode code) {
		return dossiers.find(code).map(DossierView::summary).map(summary -> summary.service());
	}

}
