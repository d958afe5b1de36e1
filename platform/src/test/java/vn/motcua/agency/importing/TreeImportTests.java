package vn.motcua.agency.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.domain.TestTree;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;

class TreeImportTests {

	private static final LocalDate ON = LocalDate.of(2021, 6, 1);

	private static final String HEADING = "level,kind,name,code,parent,id,replaces,exchange_code\n";

	private static Agencies agencies;

	private static TreeImports imports;

	@BeforeAll
	static void open() {
		TestTree tree = TestTree.open();
		agencies = tree.current();
		imports = new TreeImports(new TreeImportStore(JdbcClient.create(tree.dataSource())), new TreeWriter(new JdbcTemplate(tree.dataSource())),
				tree.current(), new DataSourceTransactionManager(tree.dataSource()), Clock.systemUTC());
	}

	@Test
	void previewNamesWhatIsAddedRenamedMovedAndEnded() {
		String wards = wardsOf("001").replace("Phúc Xá,00001", "Bờ Sông,00001").lines().filter(line -> !line.contains("00004"))
			.collect(Collectors.joining("\n", "", "\n"));

		TreePlan plan = preview(wards + "commune,phuong,Bãi Giữa,99999,001,,,\n" + "commune,phuong," + name("00094") + ",00094,001,,,\n");

		assertThat(plan.problems()).isEmpty();
		assertThat(plan.changes()).extracting(Change::kind, Change::unit, Change::before, Change::after).containsExactlyInAnyOrder(
				tuple(Change.Kind.RENAMED, "Phường Phúc Xá", "Phường Phúc Xá", "Phường Bờ Sông"),
				tuple(Change.Kind.ADDED, "Phường Bãi Giữa", "", "Phường Bãi Giữa"),
				tuple(Change.Kind.MOVED, "Phường " + name("00094"), "Quận Tây Hồ", "Quận Ba Đình"),
				tuple(Change.Kind.ENDED, "Phường Trúc Bạch", "Quận Ba Đình", ""),
				tuple(Change.Kind.ENDED, "Công an phường Trúc Bạch", "Công an thành phố Hà Nội", ""));
		assertThat(name("00001")).isEqualTo("Phúc Xá");
	}

	@Test
	void appliesAConfirmedFileWhole() {
		AgencyId renamed = agencies.findByCode(Level.COMMUNE, "00160", ON).orElseThrow().id();
		String name = name("00160");
		String wards = wardsOf("005").replace(name + ",00160", "Thăng Long Mới,00160");
		UUID id = imports.putUp("cau-giay.csv", bytes(wards + "commune,phuong,Công Viên,99998,005,,,H26.24.99\n"), ON, Actor.platform());

		imports.apply(id, imports.treeVersion(), Actor.platform());

		assertThat(agencies.get(renamed, ON.minusDays(1)).name().vi()).isEqualTo(name);
		assertThat(agencies.get(renamed, ON).name().vi()).isEqualTo("Thăng Long Mới");
		Agency founded = agencies.findByExchangeCode("H26.24.99", ON).orElseThrow();
		assertThat(founded.fullName().vi()).isEqualTo("Phường Công Viên");
		assertThat(founded.id().value()).isGreaterThan(7_000_000);
		assertThat(agencies.find(founded.id(), ON.minusDays(1))).isEmpty();
		assertThat(imports.get(id).added()).isEqualTo(1);
		assertThatThrownBy(() -> imports.apply(id, imports.treeVersion(), Actor.platform())).hasMessage("agency.applied-before");
	}

	@Test
	void foundsANewUnitUnderTheCodeOfOneThatEnds() {
		List<Agency> before = children("008");
		AgencyId first = before.get(0).id();
		AgencyId second = before.get(1).id();
		String rest = wardsOf("008").lines().skip(3).collect(Collectors.joining("\n", "", "\n"));
		String merged = "commune,phuong,Sông Lừ," + before.get(1).code() + ",008,new," + before.get(0).code() + " " + before.get(1).code() + ",\n";
		UUID id = imports.putUp("hoang-mai.csv", bytes(HEADING + rest + merged), ON, Actor.platform());

		TreePlan plan = imports.apply(id, imports.treeVersion(), Actor.platform());

		assertThat(plan.changes()).filteredOn(change -> change.kind() == Change.Kind.ENDED).extracting(Change::unit).containsExactlyInAnyOrder(
				before.get(0).fullName().vi(), before.get(1).fullName().vi(), police(before.get(0)), police(before.get(1)));
		Agency holder = agencies.findByCode(Level.COMMUNE, before.get(1).code(), ON).orElseThrow();
		assertThat(holder.name().vi()).isEqualTo("Sông Lừ");
		assertThat(holder.id()).isNotIn(first, second);
		assertThat(agencies.answering(first, ON)).extracting(Agency::id).containsExactly(holder.id());
		assertThat(agencies.answering(second, ON)).extracting(Agency::id).containsExactly(holder.id());
	}

	@Test
	void refusesBadLinesNamingFieldAndRuleAndAppliesNothing() {
		String file = HEADING + "commune,phuong,Hợp Lệ,99997,009,,,\n" + "commune,quan,Sai Loại,99996,009,,,\n" + "commune,phuong,,99995,009,,,\n"
				+ "commune,phuong,Sai Mã,995,009,,,\n" + "village,phuong,Sai Cấp,99994,009,,,\n" + "commune,phuong,Lạc,99993,999,,,\n"
				+ "commune,phuong,Trùng,99997,009,,,\n" + "commune,phuong,Vô Danh,99992,009,123456,,\n" + "commune,phuong,Thay,99991,009,,99888,\n"
				+ "commune,phuong,Mã Lạ,99990,009,,,h26-1\n" + "commune,phuong,Chiếm Mã,99989,009,,,000.00.15.H26\n";
		long version = imports.treeVersion();
		UUID id = imports.putUp("sai.csv", bytes(file), ON, Actor.platform());

		assertThat(imports.preview(id).problems()).extracting(LineProblem::line, LineProblem::field, LineProblem::rule).contains(tuple(3, "kind", "kind"),
				tuple(4, "name", "required"), tuple(5, "code", "code"), tuple(6, "level", "level"), tuple(7, "parent", "unknown-parent"),
				tuple(8, "code", "twice"), tuple(9, "id", "unknown-id"), tuple(10, "replaces", "unknown-code"), tuple(11, "exchange_code", "exchange-code"),
				tuple(12, "exchange_code", "taken"));
		assertThatThrownBy(() -> imports.apply(id, version, Actor.platform())).isInstanceOfSatisfying(ProblemException.class, refused -> {
			assertThat(refused.code().code()).isEqualTo("agency.lines");
			assertThat(refused.fields()).anySatisfy(field -> assertThat(field.pointer()).isEqualTo("/lines/3/kind"));
		});
		assertThat(imports.treeVersion()).isEqualTo(version);
		assertThat(agencies.findByCode(Level.COMMUNE, "99997", ON)).isEmpty();
	}

	@Test
	void refusesToLeaveCommunesBehindWhenTheirDistrictEnds() {
		String districts = agencies.children(agencies.findByCode(Level.PROVINCE, "06", ON).orElseThrow().id(), Level.DISTRICT, ON).stream().skip(1)
			.map(unit -> "district," + unit.kind() + "," + unit.name().vi() + "," + unit.code() + ",06,,,\n").collect(Collectors.joining());

		assertThat(preview(HEADING + districts).problems()).isNotEmpty().allMatch(problem -> problem.rule().equals("left-behind"));
	}

	@Test
	void refusesWhatWouldContradictALaterChange() {
		TreePlan plan = imports.preview(bytes(HEADING + "district,huyen,Phú Quốc Cũ,911,91,,,\n"), LocalDate.of(2020, 7, 1));

		assertThat(plan.problems()).anySatisfy(problem -> assertThat(problem.rule()).isEqualTo("changes-later"));
	}

	@Test
	void refusesToApplyAPreviewOfAnotherTree() {
		UUID id = imports.putUp("ba-dinh.csv", bytes(wardsOf("001")), ON, Actor.platform());

		assertThatThrownBy(() -> imports.apply(id, imports.treeVersion() - 1, Actor.platform())).hasMessage("agency.tree-changed");
	}

	@Test
	void sameTreeChangesNothing() {
		assertThat(preview(wardsOf("002")).changes()).isEmpty();
	}

	@Test
	void wholeCountryAsItStandsChangesNothing() {
		LocalDate on = LocalDate.of(2025, 9, 1);
		StringBuilder file = new StringBuilder(HEADING);
		for (Agency province : agencies.all(Level.PROVINCE, on)) {
			file.append("province,").append(province.kind()).append(',').append(province.name().vi()).append(',').append(province.code()).append(",,,,\n");
			agencies.children(province.id(), Level.COMMUNE, on).forEach(unit -> file.append("commune,").append(unit.kind()).append(',')
				.append(unit.fullName().vi().split(" ", unit.kind().equals("dac-khu") ? 3 : 2)[unit.kind().equals("dac-khu") ? 2 : 1]).append(',')
				.append(unit.code()).append(',').append(province.code()).append(",,,\n"));
		}

		TreePlan plan = imports.preview(bytes(file.toString()), on);

		assertThat(plan.problems()).isEmpty();
		assertThat(plan.changes()).isEmpty();
	}

	private static TreePlan preview(String file) {
		return imports.preview(bytes(file), ON);
	}

	private static String wardsOf(String district) {
		return HEADING + children(district).stream().map(unit -> "commune," + unit.kind() + "," + unit.name().vi() + "," + unit.code() + "," + district + ",,,\n")
			.collect(Collectors.joining());
	}

	private static List<Agency> children(String district) {
		return agencies.children(agencies.findByCode(Level.DISTRICT, district, ON).orElseThrow().id(), Level.COMMUNE, ON);
	}

	private static String name(String commune) {
		return agencies.findByCode(Level.COMMUNE, commune, ON).orElseThrow().name().vi();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String police(Agency ward) {
		return agencies.department(ward.id(), "cong-an-xa", ON.minusDays(1)).orElseThrow().fullName().vi();
	}

}
