package vn.motcua.exchange.mapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Audience;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.TimeLimit;

/** A service as the record of its procedure that {@code LayThuTuc} gives; {@code service import-procedure} reads it back. Decree 63/2010/NĐ-CP art. 8. */
final class MapiProcedure {

	private static final Map<String, String> LEVELS = Map.of("commune", "Cấp Xã", "district", "Cấp Huyện", "province", "Cấp Tỉnh", "ministry", "Cấp Bộ", "organisation", "Cấp Bộ");

	private MapiProcedure() {
	}

	static Map<String, Object> record(ServiceVersion service) {
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("MATTHC", service.code().value());
		record.put("TENTTHC", service.name().vi());
		record.put("MACOQUANCONGBO", service.ministry());
		record.put("TRANGTHAI", "1");
		record.put("LINHVUCTHUCHIEN", List.of(MapiCatalogue.field(service)));
		record.put("TRINHTUTHUCHIEN", steps(service));
		record.put("CACHTHUCTHUCHIEN", service.channels().stream().sorted().map(channel -> method(service, channel)).toList());
		record.put("THANHPHANHOSO", papers(service));
		record.put("DOITUONGTHUCHIEN", service.audience().stream().sorted().map(who -> Map.of("TENDOITUONG", who == Audience.CITIZEN ? "Công dân Việt Nam" : "Doanh nghiệp, tổ chức")).toList());
		record.put("COQUANTHUCHIEN", List.of(Map.of("MADONVI", service.handling().agency() == null ? "" : service.handling().agency(), "TENDONVI", "", "CAPDONVI",
				LEVELS.getOrDefault(service.handling().level().toLowerCase(java.util.Locale.ROOT), ""))));
		record.put("KETQUATHUCHIEN", service.results().stream().map(result -> Map.of("MAKETQUA", result.typeCode() == null ? "" : result.typeCode(), "TENKETQUA", result.name().vi())).toList());
		record.put("CANCUPHAPLY", service.legalBasis().stream().map(law -> Map.of("SOVANBAN", law.number(), "TENVANBAN", law.name().vi())).toList());
		record.put("YEUCAU", service.conditions().stream().map(condition -> condition.vi()).collect(Collectors.joining("\n")));
		record.put("MOTA", service.summary().vi());
		return record;
	}

	/** Steps belong to the service; they stand with its first case. */
	private static List<?> steps(ServiceVersion service) {
		List<?> steps = service.steps().stream().map(step -> Map.of("TENTRINHTU", step.vi())).toList();
		List<Map<String, Object>> cases = new ArrayList<>();
		for (ServiceCase one : service.cases()) {
			cases.add(Map.of("TRUONGHOP", name(service, one), "TRINHTU", cases.isEmpty() ? steps : List.of()));
		}
		return cases;
	}

	private static String name(ServiceVersion service, ServiceCase one) {
		return service.cases().size() == 1 ? "" : one.name().vi();
	}

	private static Map<String, Object> method(ServiceVersion service, Channel channel) {
		List<Map<String, Object>> times = new ArrayList<>();
		for (ServiceCase one : service.cases()) {
			TimeLimit limit = one.timeLimit().get(channel);
			if (limit != null) {
				times.add(Map.of("THOIGIANGIAIQUYET", Integer.toString(limit.amount()), "DONVITINH", unit(limit.unit()), "MOTA", name(service, one), "PHILEPHI",
						times.isEmpty() ? fees(service) : List.of()));
			}
		}
		return Map.of("KENH", Integer.toString(channel.number()), "THOIGIAN", times);
	}

	/** An amount that is the same for everybody stands as a number; one that is computed has none here. */
	private static List<?> fees(ServiceVersion service) {
		return service.fees().stream().map(fee -> Map.of("MAPHILEPHI", fee.id(), "TENPHILEPHI", fee.name().vi(), "SOTIEN", amount(fee), "DONVI", "Đồng", "MOTA", fee.name().vi())).toList();
	}

	private static String amount(Fee fee) {
		FeeFormula formula = fee.formula();
		boolean fixed = formula.perUnit().isEmpty() && formula.percentage() == null && formula.times() == null && formula.each() == null;
		return fixed && formula.base() instanceof FeeFormula.Formula written && written.feel().strip().matches("\\d{1,12}") ? written.feel().strip() : "Theo cách tính";
	}

	private static List<?> papers(ServiceVersion service) {
		List<Map<String, Object>> groups = new ArrayList<>();
		group(groups, "", service.components().stream().filter(paper -> paper.cases().isEmpty() || service.cases().size() == 1).toList());
		if (service.cases().size() > 1) {
			service.cases().forEach(one -> group(groups, one.name().vi(), service.components().stream().filter(paper -> paper.cases().contains(one.id())).toList()));
		}
		return groups;
	}

	private static void group(List<Map<String, Object>> groups, String name, List<Component> papers) {
		if (!papers.isEmpty()) {
			groups.add(Map.of("TRUONGHOP", name, "GIAYTO", papers.stream().map(paper -> Map.of("MAGIAYTO", paper.id(), "TENGIAYTO", paper.name().vi(), "SOBANCHINH",
					Integer.toString(paper.originals()), "SOBANSAO", Integer.toString(paper.copies()), "TENMAUDON", "", "URL", "")).toList()));
		}
	}

	private static String unit(TimeLimit.Unit unit) {
		return switch (unit) {
			case WORKING_HOUR -> "Giờ làm việc";
			case WORKING_DAY -> "Ngày làm việc";
			case CALENDAR_DAY -> "Ngày";
			case MONTH -> "Tháng";
		};
	}

}
