package vn.motcua.exchange.mapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * Papers, results and fees of a record as members {@code components}, {@code results} and {@code fees} of a line, and under
 * {@code mapi} whatever the record says beyond that.
 */
final class MapiParts {

	private static final int MOST_PAPERS = 100;

	private static final int MOST_FEES = 50;

	private static final int LONGEST_REST = 8_000;

	/** Of all that stays with the line: a hundred papers and results with their addresses. */
	private static final int LONGEST = 64 << 10;

	private static final Set<String> TAKEN = Set.of("mahoso", "matthc", "tailieunop", "danhsachtepdinhkemkhac", "danhsachgiaytoketqua", "danhsachlephi", "danhsachhosobosung",
			"chuhoso", "dinhdanhchs", "sogiaytochuhoso", "email", "sodienthoai", "kenhthuchien", "ngaynophoso", "ngaytiepnhan", "ngayhentra", "ngaytra", "ngayketthucxuly",
			"ngaytuchoi", "trangthaihoso", "trangthai", "thoidiemxuly", "nguoixuly", "chucdanh", "noidungxuly", "phongbanxuly");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ObjectNode more = JsonNodeFactory.instance.objectNode();

	private final String written;

	MapiParts(MapiRecord record) {
		put("components", components(record));
		put("results", results(record));
		put("fees", fees(record));
		ObjectNode rest = rest(record);
		if (!rest.isEmpty()) {
			more.set("mapi", rest);
		}
		written = JSON.writeValueAsString(more);
		if (written.length() > LONGEST) {
			throw new MapiRecord.Wrong(FieldProblem.of("/TaiLieuNop", "dossier.sync.more-too-long", "max", LONGEST));
		}
	}

	/** {@code null} when the record says nothing of the kind. */
	@Nullable String more() {
		return more.isEmpty() ? null : written;
	}

	String digest() {
		return Sha256.of(written).substring(0, 32);
	}

	private void put(String name, ArrayNode list) {
		if (!list.isEmpty()) {
			more.set(name, list);
		}
	}

	private static ArrayNode components(MapiRecord record) {
		ArrayNode components = JsonNodeFactory.instance.arrayNode();
		for (MapiRecord paper : record.list("TaiLieuNop", MOST_PAPERS)) {
			if (!yes(paper, "IsDeleted")) {
				ObjectNode component = components.addObject();
				text(component, "code", paper.text("MaThanhPhanHoSo"));
				component.put("name", named(paper, "TenTepDinhKem", "TenGiayTo")).put("digitised", yes(paper, "DuocSoHoa")).put("reused", yes(paper, "DuocTaiSuDung"));
				file(component, paper.text("TenTepDinhKem"), paper.text("DuongDanTaiTepTin"));
			}
		}
		for (MapiRecord paper : record.list("DanhSachTepDinhKemKhac", MOST_PAPERS)) {
			ObjectNode component = components.addObject().put("name", named(paper, "TenGiayTo", "TenTepDinhKem"));
			text(component, "count", paper.text("SoLuong"));
			text(component, "kind", kind(paper.text("LoaiGiayTo")));
		}
		return components;
	}

	private static ArrayNode results(MapiRecord record) {
		ArrayNode results = JsonNodeFactory.instance.arrayNode();
		for (MapiRecord paper : record.list("DanhSachGiayToKetQua", MOST_PAPERS)) {
			ObjectNode result = results.addObject();
			text(result, "code", paper.text("MaGiayToKetQua", "MaThanhPhanHoSo"));
			result.put("name", named(paper, "TenGiayTo"));
			file(result, paper.text("TenGiayTo"), paper.text("DuongDanTepTinKetQua"));
		}
		return results;
	}

	private static ArrayNode fees(MapiRecord record) {
		ArrayNode fees = JsonNodeFactory.instance.arrayNode();
		for (MapiRecord one : record.list("DanhSachLePhi", MOST_FEES)) {
			Long amount = one.money("Gia");
			ObjectNode fee = fees.addObject();
			text(fee, "code", one.text("MaPhiLePhi"));
			fee.put("name", named(one, "TenPhiLePhi")).put("amountVnd", amount == null ? 0 : amount);
			text(fee, "payAt", payAt(one.text("HinhThucThu")));
		}
		return fees;
	}

	private static ObjectNode rest(MapiRecord record) {
		ObjectNode rest = JsonNodeFactory.instance.objectNode();
		int length = 0;
		for (var member : record.node().properties()) {
			if (TAKEN.contains(member.getKey().toLowerCase(Locale.ROOT)) || member.getValue().isNull() || member.getValue().isString() && member.getValue().asString().isBlank()
					|| member.getValue().isContainer() && member.getValue().isEmpty()) {
				continue;
			}
			String written = JSON.writeValueAsString(member.getValue());
			length += written.length() + member.getKey().length();
			if (length <= LONGEST_REST && !written.contains("\\u0000") && !member.getKey().contains("\0")) {
				rest.set(member.getKey(), member.getValue());
			}
		}
		return rest;
	}

	private static String named(MapiRecord paper, String... names) {
		String name = paper.text(names);
		return name == null ? "–" : name;
	}

	private static void file(ObjectNode into, @Nullable String name, @Nullable String url) {
		ArrayNode files = into.putArray("files");
		if (url != null && url.matches("https?://[^\\s\"<>]{1,1000}")) {
			files.addObject().put("name", name == null ? url.substring(url.lastIndexOf('/') + 1) : name).put("url", url);
		}
	}

	private static void text(ObjectNode into, String name, @Nullable String text) {
		if (text != null) {
			into.put(name, text);
		}
	}

	private static boolean yes(MapiRecord paper, String name) {
		String said = paper.text(name);
		return said != null && List.of("1", "true").contains(said.toLowerCase(Locale.ROOT));
	}

	private static @Nullable String kind(@Nullable String number) {
		return number == null ? null : switch (number) {
			case "0" -> "original";
			case "1" -> "copy";
			case "2" -> "electronic";
			default -> null;
		};
	}

	private static @Nullable String payAt(@Nullable String number) {
		return number == null ? null : switch (number) {
			case "1" -> "receipt";
			case "2" -> "supplement";
			case "4" -> "result";
			default -> null;
		};
	}

}
