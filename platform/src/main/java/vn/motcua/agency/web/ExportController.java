package vn.motcua.agency.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.AgencyProblem;
import vn.motcua.agency.domain.AgencyTree;
import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.agency.domain.Period;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;

/** The units under a parent on a day, in the form the import takes: change the file and put it up. */
@Controller
@RequiresPermission(Permission.AGENCY_MANAGE)
class ExportController {

	private static final List<Level> TERRITORIAL = List.of(Level.DISTRICT, Level.COMMUNE);

	private final CurrentTree current;

	ExportController(CurrentTree current) {
		this.current = current;
	}

	@GetMapping("/quan-tri/don-vi/xuat")
	ResponseEntity<byte[]> export(@RequestParam("cha") int parent, @RequestParam("ngay") LocalDate on) {
		Period root = current.tree().find(parent, on).orElseThrow(() -> new ProblemException(AgencyProblem.UNKNOWN, "unit", parent));
		StringBuilder csv = new StringBuilder("\ufefflevel,kind,name,name_en,code,parent,exchange_code,id,replaces\n");
		under(root, on, csv);
		String name = "don-vi-" + (root.code() == null ? parent : root.code()) + "-" + on + ".csv";
		return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(csv.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void under(Period parent, LocalDate on, StringBuilder csv) {
		AgencyTree tree = current.tree();
		for (Level level : TERRITORIAL) {
			for (Period unit : tree.children(parent.unit(), level, on)) {
				line(unit, parent, on, csv);
				under(unit, on, csv);
			}
		}
	}

	private void line(Period unit, Period parent, LocalDate on, StringBuilder csv) {
		Agency agency = current.agency(unit, on);
		for (String cell : List.of(unit.level().name().toLowerCase(Locale.ROOT), unit.kind(), unit.name(), unit.nameEn() == null ? "" : unit.nameEn(),
				agency.code(), parent.code() == null ? "" : parent.code(), agency.exchangeCode() == null ? "" : agency.exchangeCode())) {
			csv.append(cell.matches("[^\",;\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"').append(',');
		}
		csv.append(unit.unit()).append(",\n");
	}

}
