package vn.motcua.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;

class TreeOfVietnamTests {

	private static final LocalDate OPENING = LocalDate.of(2020, 8, 19);

	private static final LocalDate LAST_DAY_OF_63 = LocalDate.of(2025, 6, 30);

	private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

	private static TestTree opened;

	private static Agencies agencies;

	@BeforeAll
	static void open() {
		opened = TestTree.open();
		agencies = opened.current();
	}

	@Test
	void countsTheUnitsOfBothEras() {
		assertThat(counts(OPENING)).containsExactly(63, 707, 10_614);
		assertThat(counts(LocalDate.of(2023, 5, 1))).containsExactly(63, 705, 10_599);
		assertThat(counts(LAST_DAY_OF_63)).containsExactly(63, 696, 10_035);
		assertThat(counts(REFORM)).containsExactly(34, 0, 3_321);
	}

	@Test
	void everyUnitStandsUnderOneThatStands() {
		AgencyTree tree = opened.current().tree();
		for (LocalDate on : List.of(OPENING, LAST_DAY_OF_63, REFORM)) {
			for (Level level : List.of(Level.DISTRICT, Level.COMMUNE)) {
				assertThat(tree.all(level, on)).allSatisfy(unit -> assertThat(tree.find(unit.parent(), on)).isPresent());
			}
		}
	}

	@Test
	void codeGoesOnUnderAnotherNameButUnitsDoNot() {
		Agency bacGiang = agencies.findByCode(Level.PROVINCE, "24", OPENING).orElseThrow();
		Agency bacNinh2020 = agencies.findByCode(Level.PROVINCE, "27", OPENING).orElseThrow();
		Agency bacNinh2025 = agencies.findByCode(Level.PROVINCE, "24", REFORM).orElseThrow();

		assertThat(bacGiang.fullName().vi()).isEqualTo("Tỉnh Bắc Giang");
		assertThat(bacNinh2025.fullName().vi()).isEqualTo("Tỉnh Bắc Ninh");
		assertThat(bacNinh2025.id()).isNotIn(bacGiang.id(), bacNinh2020.id());
		assertThat(agencies.findByCode(Level.PROVINCE, "27", REFORM)).isEmpty();
		assertThat(agencies.answering(bacGiang.id(), REFORM)).extracting(Agency::id).containsExactly(bacNinh2025.id());
		assertThat(agencies.answering(bacNinh2025.id(), OPENING)).extracting(Agency::id).containsExactly(bacGiang.id(), bacNinh2020.id());
	}

	@Test
	void communeOf2020IsAnsweredForByItsSuccessorSince2025() {
		Agency hangBac = agencies.findByCode(Level.COMMUNE, "00061", OPENING).orElseThrow();

		assertThat(hangBac.fullName().vi()).isEqualTo("Phường Hàng Bạc");
		assertThat(hangBac.fullName().en()).isEqualTo("Hàng Bạc Ward");
		assertThat(agencies.answering(hangBac.id(), LAST_DAY_OF_63)).containsExactly(agencies.get(hangBac.id(), LAST_DAY_OF_63));
		assertThat(agencies.answering(hangBac.id(), REFORM)).extracting(unit -> unit.fullName().vi()).containsExactly("Phường Hoàn Kiếm");
		assertThat(agencies.find(hangBac.id(), REFORM)).isEmpty();
		assertThat(agencies.get(hangBac.id(), REFORM).name().vi()).isEqualTo("Hàng Bạc");
	}

	@Test
	void wardOf2025RemembersThePartsItCameFrom() {
		Agency hoanKiem = agencies.findByCode(Level.COMMUNE, "00070", REFORM).orElseThrow();

		assertThat(agencies.answering(hoanKiem.id(), OPENING)).extracting(unit -> unit.name().vi()).contains("Hàng Bạc", "Hàng Bồ", "Hàng Đào");
	}

	/** The district level ended with resolution 203/2025/QH15. */
	@Test
	void districtOf2020IsAnsweredForByTheSuccessorsOfItsCommunes() {
		Agency district = agencies.findByCode(Level.DISTRICT, "002", OPENING).orElseThrow();

		assertThat(agencies.answering(district.id(), REFORM)).extracting(unit -> unit.name().vi()).contains("Hoàn Kiếm", "Cửa Nam")
			.allMatch(name -> name.length() > 2);
	}

	/** Resolution 1111/NQ-UBTVQH14 joined three districts on 01/01/2021. */
	@Test
	void thuDucStandsSince2021() {
		assertThat(agencies.findByCode(Level.DISTRICT, "769", OPENING).orElseThrow().fullName().vi()).isEqualTo("Quận 2");
		Agency thuDuc = agencies.findByCode(Level.DISTRICT, "769", LocalDate.of(2021, 1, 1)).orElseThrow();
		assertThat(thuDuc.fullName().vi()).isEqualTo("Thành phố Thủ Đức");
		assertThat(agencies.answering(thuDuc.id(), OPENING)).extracting(unit -> unit.fullName().vi())
			.containsExactly("Quận Thủ Đức", "Quận 9", "Quận 2");
	}

	/** Yên Dũng went into Bắc Giang city, which stood before and went on. */
	@Test
	void aUnitThatTookInAnotherWasMadeOfBoth() {
		Agency city = agencies.findByCode(Level.DISTRICT, "213", OPENING).orElseThrow();
		assertThat(agencies.madeOf(city.id(), LAST_DAY_OF_63, OPENING)).extracting(unit -> unit.name().vi()).containsExactlyInAnyOrder("Bắc Giang", "Yên Dũng");
		assertThat(agencies.madeOf(city.id(), LocalDate.of(2024, 12, 31), OPENING)).extracting(Agency::id).as("before it took it in").containsExactly(city.id());
		Agency bacNinh2025 = agencies.findByCode(Level.PROVINCE, "24", REFORM).orElseThrow();
		assertThat(agencies.madeOf(bacNinh2025.id(), REFORM, OPENING)).containsExactlyElementsOf(agencies.answering(bacNinh2025.id(), OPENING));
	}

	/** 403 departments and 298 communes stood from the first months of 2025 to 30/06/2025 only. */
	@Test
	void aUnitKnowsWhoseHeirItIsHoweverShortThatStood() {
		LocalDate spring = LocalDate.of(2025, 4, 1);
		List<Agency> stood = Stream.concat(agencies.all(Level.DEPARTMENT, spring).stream(), agencies.all(Level.PROVINCE, spring).stream()).toList();
		List<Agency> shortly = stood.stream().filter(unit -> unit.from().getYear() == 2025 && agencies.find(unit.id(), REFORM).isEmpty()).toList();
		assertThat(shortly).isNotEmpty();
		assertThat(stood).allSatisfy(unit -> assertThat(agencies.heirs(unit.id(), REFORM)).singleElement()
			.satisfies(heir -> assertThat(heir.equals(unit.id()) || agencies.inherited(heir, REFORM).contains(unit.id())).isTrue()));
		AgencyId bacNinh = agencies.findByCode(Level.PROVINCE, "24", REFORM).orElseThrow().id();
		assertThat(agencies.inherited(bacNinh, REFORM)).isNotEmpty().allSatisfy(unit -> assertThat(agencies.heirs(unit, REFORM)).containsExactly(bacNinh));
		assertThat(agencies.inherited(bacNinh, LAST_DAY_OF_63)).as("before the day").isEmpty();
	}

	/** What cannot be divided: a district's is its province's, a divided commune's too, an island that was a district and is a special zone has its own heir. */
	@Test
	void whatTheDistrictsLeftLiesWithTheProvinceOfToday() {
		AgencyId bacNinh = agencies.findByCode(Level.PROVINCE, "24", REFORM).orElseThrow().id();
		AgencyId bacGiang = agencies.findByCode(Level.PROVINCE, "24", OPENING).orElseThrow().id();
		assertThat(agencies.children(bacGiang, Level.DISTRICT, LAST_DAY_OF_63)).isNotEmpty()
			.allSatisfy(district -> assertThat(agencies.heirs(district.id(), REFORM)).containsExactly(bacNinh));
		assertThat(agencies.heirs(agencies.findByCode(Level.DISTRICT, "769", OPENING).orElseThrow().id(), REFORM)).as("went into Thủ Đức, which ended")
			.containsExactly(agencies.findByCode(Level.PROVINCE, "79", REFORM).orElseThrow().id());
		AgencyId conDao = agencies.findByCode(Level.DISTRICT, "755", OPENING).orElseThrow().id();
		assertThat(agencies.heirs(conDao, REFORM)).singleElement().satisfies(heir -> assertThat(agencies.get(heir, REFORM).level()).isEqualTo(Level.COMMUNE));
		AgencyTree tree = opened.current().tree();
		List<Period> divided = tree.all(Level.COMMUNE, LAST_DAY_OF_63).stream().filter(commune -> tree.wentInto(commune.unit()).size() > 1).toList();
		assertThat(divided).isNotEmpty().allSatisfy(commune -> assertThat(agencies.heirs(new AgencyId(commune.unit()), REFORM)).singleElement()
			.satisfies(heir -> assertThat(agencies.get(heir, REFORM).level()).isIn(Level.PROVINCE, Level.COMMUNE)));
		assertThat(agencies.heirs(bacNinh, OPENING)).as("of one that did not stand yet, and had none above").hasSize(2);
		assertThat(agencies.heirs(new AgencyId(99), REFORM)).isEmpty();
	}

	/** Resolution 176/2025/QH15: ministries merged on 01/03/2025. */
	@Test
	void mergedMinistriesHaveOneHeir() {
		assertThat(agencies.all(Level.MINISTRY, OPENING)).filteredOn(ministry -> agencies.find(ministry.id(), REFORM).isEmpty()).hasSizeGreaterThan(5)
			.allSatisfy(ministry -> assertThat(agencies.heirs(ministry.id(), REFORM)).hasSize(1));
	}

	@Test
	void unitKeepsItsIdentityThroughARename() {
		AgencyId hue = agencies.findByCode(Level.PROVINCE, "46", OPENING).orElseThrow().id();

		assertThat(agencies.history(hue)).extracting(state -> state.fullName().vi()).containsExactly("Tỉnh Thừa Thiên Huế", "Thành phố Huế");
		assertThat(agencies.answering(hue, REFORM)).extracting(Agency::id).containsExactly(hue);
	}

	@Test
	void exchangeCodesAreFoundInBothSchemes() {
		Agency justice = agencies.findByExchangeCode("000.00.15.H26", OPENING).orElseThrow();

		assertThat(justice.fullName().vi()).isEqualTo("Sở Tư pháp thành phố Hà Nội");
		assertThat(justice.fullName().en()).isEqualTo("Department of Justice of Hà Nội City");
		assertThat(justice.exchangeCode()).isEqualTo("000.00.15.H26");
		assertThat(agencies.findByExchangeCode("H26.15", LocalDate.of(2021, 3, 1)).orElseThrow().id()).isEqualTo(justice.id());
		assertThat(agencies.get(justice.id(), LocalDate.of(2021, 3, 1)).exchangeCode()).isEqualTo("H26.15");
		assertThat(agencies.findByExchangeCode("G22", LocalDate.of(2021, 3, 1)).orElseThrow().name().vi()).isEqualTo("Văn phòng Chính phủ");
	}

	@Test
	void everyUnitHasAnExchangeCodeOnEachDay() {
		AgencyTree tree = opened.current().tree();
		for (LocalDate on : List.of(OPENING, REFORM)) {
			for (Level level : List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)) {
				assertThat(tree.all(level, on)).allSatisfy(unit -> assertThat(tree.exchangeCode(unit.unit(), on)).isNotNull());
			}
		}
	}

	@Test
	void everyProvinceHasTheDepartmentsThatServicesName() {
		for (LocalDate on : List.of(OPENING, REFORM)) {
			for (Agency province : agencies.all(Level.PROVINCE, on)) {
				for (String kind : List.of("van-phong-ubnd", "so-tu-phap", "so-cong-thuong", "cong-an", "so-van-hoa-the-thao-va-du-lich", "van-phong-dang-ky-dat-dai",
						"canh-sat-giao-thong", "bao-hiem-xa-hoi")) {
					assertThat(agencies.department(province.id(), kind, on)).as(province.name().vi() + " " + kind).isPresent();
				}
			}
		}
		AgencyId hanoi = agencies.findByCode(Level.PROVINCE, "01", OPENING).orElseThrow().id();
		assertThat(List.of("so-xay-dung", "so-giao-thong-van-tai", "cuc-thue", "dien-luc"))
			.allSatisfy(kind -> assertThat(agencies.department(hanoi, kind, OPENING)).isPresent());
	}

	/** Law on Residence 68/2020/QH14: the police of the commune register residence. */
	@Test
	void everyCommuneHasItsPolice() {
		AgencyTree tree = opened.current().tree();
		for (LocalDate on : List.of(OPENING, LAST_DAY_OF_63, REFORM)) {
			assertThat(tree.all(Level.COMMUNE, on)).allSatisfy(commune -> assertThat(tree.working(commune.unit(), on)).extracting(Period::kind).containsExactly("cong-an-xa"));
		}
		Agency hangBac = agencies.findByCode(Level.COMMUNE, "00061", OPENING).orElseThrow();
		Agency police = agencies.department(hangBac.id(), "cong-an-xa", OPENING).orElseThrow();
		assertThat(police.fullName().vi()).isEqualTo("Công an phường Hàng Bạc");
		assertThat(agencies.answering(police.id(), REFORM)).extracting(agency -> agency.fullName().vi()).containsExactly("Công an phường Hoàn Kiếm");
	}

	@Test
	void organisationsAreFoundByTheirCodeOnEachDay() {
		for (LocalDate on : List.of(OPENING, LocalDate.of(2021, 3, 1), REFORM)) {
			assertThat(agencies.findByExchangeCode("000.00.71.G18", on).orElseThrow().fullName().vi()).isEqualTo("Bệnh viện Bạch Mai");
			assertThat(agencies.findByExchangeCode("000.00.72.G03", on).orElseThrow().level()).isEqualTo(Level.ORGANISATION);
			assertThat(agencies.findByExchangeCode("000.00.12.G06", on).orElseThrow().kind()).isEqualTo("cuc-so-huu-tri-tue");
		}
	}

	@Test
	void workOfADepartmentGoesOnWhereItWasMerged() {
		for (Agency province : agencies.all(Level.PROVINCE, REFORM)) {
			assertThat(agencies.department(province.id(), "so-giao-thong-van-tai", REFORM)).as(province.name().vi()).get().extracting(Agency::kind)
				.isEqualTo("so-xay-dung");
			assertThat(agencies.department(province.id(), "cuc-thue", REFORM)).get().extracting(Agency::kind).isEqualTo("thue");
		}
		AgencyId laoCai = agencies.findByCode(Level.PROVINCE, "10", OPENING).orElseThrow().id();
		assertThat(agencies.department(laoCai, "so-xay-dung", OPENING).orElseThrow().name().vi()).isEqualTo("Sở Giao thông vận tải - Xây dựng");
		assertThat(agencies.department(laoCai, "so-bien-mat", OPENING)).isEmpty();
	}

	@Test
	void pickersGetChildrenInTheOrderOfTheirCodes() {
		AgencyId hanoi = agencies.findByCode(Level.PROVINCE, "01", OPENING).orElseThrow().id();

		assertThat(agencies.children(hanoi, Level.DISTRICT, OPENING)).hasSize(30).extracting(Agency::code).isSorted().startsWith("001", "002");
		assertThat(agencies.children(hanoi, Level.COMMUNE, REFORM)).hasSize(126).extracting(Agency::code).isSorted();
	}

	@Test
	void namesTheLineOfAncestors() {
		AgencyId hangBac = agencies.findByCode(Level.COMMUNE, "00061", OPENING).orElseThrow().id();

		assertThat(agencies.withAncestors(hangBac, OPENING)).extracting(unit -> unit.fullName().vi()).containsExactly("Phường Hàng Bạc",
				"Quận Hoàn Kiếm", "Thành phố Hà Nội");
	}

	@Test
	void refusesANumberNobodyHas() {
		assertThatThrownBy(() -> agencies.get(new AgencyId(99), OPENING)).isInstanceOf(ProblemException.class).hasMessage("agency.unknown");
		assertThat(agencies.answering(new AgencyId(99), OPENING)).isEmpty();
	}

	@Test
	void loadsOnceAndAgainForOtherPackagedData() {
		JdbcClient jdbc = JdbcClient.create(opened.dataSource());
		ReferenceLoader loader = new ReferenceLoader(opened.dataSource(), jdbc, Clock.systemUTC());
		long version = new TreeStore(jdbc).version();
		loader.load();
		assertThat(new TreeStore(jdbc).version()).isEqualTo(version);

		jdbc.sql("update agency.tree_state set packaged_digest = 'of an older release'").update();
		loader.load();
		assertThat(new TreeStore(jdbc).version()).isEqualTo(version + 1);
		opened.current().refresh();
		assertThat(counts(REFORM)).containsExactly(34, 0, 3_321);
	}

	private static List<Integer> counts(LocalDate on) {
		AgencyTree tree = opened.current().tree();
		return List.of(tree.all(Level.PROVINCE, on).size(), tree.all(Level.DISTRICT, on).size(), tree.all(Level.COMMUNE, on).size());
	}

}
