package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Territory;
import vn.motcua.reporting.work.Subjects.Owed;

/** Decree 09/2019/NĐ-CP: ministries ask in the whole country, local agencies where they are responsible. */
@MotCuaTest
class SubjectsTests {

	private static final LocalDate DISTRICTS = LocalDate.of(2024, 6, 30);

	private static final LocalDate NOW = LocalDate.of(2026, 6, 30);

	@Autowired
	Subjects subjects;

	@Autowired
	Agencies agencies;

	@Test
	void aProvinceAsksInItselfAndReceivesAsWhoIssued() {
		Agency province = agencies.findByCode(Level.PROVINCE, "27", DISTRICTS).orElseThrow();
		Map<Integer, Integer> owed = owed(regime(province.id(), List.of(), Level.COMMUNE, Level.PROVINCE, Level.MINISTRY), DISTRICTS);
		List<Integer> communes = agencies.children(province.id(), Level.DISTRICT, DISTRICTS).stream()
			.flatMap(district -> agencies.children(district.id(), Level.COMMUNE, DISTRICTS).stream()).map(commune -> commune.id().value()).toList();
		assertThat(communes).isNotEmpty();
		assertThat(owed.keySet()).as("its communes and its own part, nobody else's").containsExactlyInAnyOrderElementsOf(with(communes, province.id().value()));
		assertThat(owed.values()).as("so that its page of the regime lists them all").containsOnly(Subjects.OWNER);
		AgencyId today = agencies.findByCode(Level.PROVINCE, "24", NOW).orElseThrow().id();
		assertThat(owed(regime(today, List.of(), Level.COMMUNE), NOW).keySet())
			.containsExactlyInAnyOrderElementsOf(agencies.children(today, Level.COMMUNE, NOW).stream().map(commune -> commune.id().value()).toList());
	}

	@Test
	void aDepartmentAsksInItsProvinceAndADistrictInItself() {
		Agency department = agencies.all(Level.DEPARTMENT, NOW).stream().filter(each -> agencies.withAncestors(each.id(), NOW).getLast().level() == Level.PROVINCE).findFirst().orElseThrow();
		Agency province = agencies.withAncestors(department.id(), NOW).getLast();
		assertThat(owed(regime(department.id(), List.of(), Level.COMMUNE), NOW).keySet())
			.containsExactlyInAnyOrderElementsOf(agencies.children(province.id(), Level.COMMUNE, NOW).stream().map(commune -> commune.id().value()).toList());
		Agency district = agencies.children(agencies.findByCode(Level.PROVINCE, "27", DISTRICTS).orElseThrow().id(), Level.DISTRICT, DISTRICTS).getFirst();
		assertThat(owed(regime(district.id(), List.of(), Level.COMMUNE, Level.PROVINCE), DISTRICTS).keySet())
			.containsExactlyInAnyOrderElementsOf(agencies.children(district.id(), Level.COMMUNE, DISTRICTS).stream().map(commune -> commune.id().value()).toList());
	}

	@Test
	void aCommuneAsksNobodyOfItsProvince() {
		AgencyId province = agencies.findByCode(Level.PROVINCE, "24", NOW).orElseThrow().id();
		Agency commune = agencies.children(province, Level.COMMUNE, NOW).getFirst();
		assertThat(owed(regime(commune.id(), List.of(), Level.COMMUNE, Level.PROVINCE), NOW)).isEmpty();
		assertThat(List.of(Level.values())).noneMatch(Territory.of(agencies, commune.id(), NOW)::holds);
	}

	@Test
	void aMinistryAsksEverywhereOrWhereItNames() {
		Agency ministry = agencies.all(Level.MINISTRY, NOW).getFirst();
		AgencyId province = agencies.findByCode(Level.PROVINCE, "24", NOW).orElseThrow().id();
		assertThat(owed(regime(ministry.id(), List.of(), Level.PROVINCE, Level.MINISTRY), NOW)).hasSize(34 + agencies.all(Level.MINISTRY, NOW).size());
		assertThat(owed(regime(ministry.id(), List.of(province), Level.PROVINCE), NOW).keySet()).containsExactly(province.value());
	}

	/** Law 80/2015/QH13 art. 155, then Law 64/2025/QH15: what a province issued before it was merged goes on where it held until the new one issues another. */
	@Test
	void whatAMergedProvinceIssuedIsAskedWhereItHeldUntilItsSuccessorIssuesAnother() {
		Agency bacGiang = agencies.findByCode(Level.PROVINCE, "24", DISTRICTS).orElseThrow();
		Agency bacNinh = agencies.findByCode(Level.PROVINCE, "24", NOW).orElseThrow();
		List<Integer> all = agencies.children(bacNinh.id(), Level.COMMUNE, NOW).stream().map(commune -> commune.id().value()).toList();
		Integer kinhBac = agencies.findByCode(Level.COMMUNE, "09187", NOW).orElseThrow().id().value();
		Map<Integer, Integer> owed = owed(regime(bacGiang.id(), List.of(), Level.COMMUNE), NOW);
		AgencyId other = agencies.findByCode(Level.PROVINCE, "27", DISTRICTS).orElseThrow().id();
		assertThat(with(List.copyOf(owed(regime(other, List.of(), Level.COMMUNE), NOW).keySet()), owed.keySet())).as("the two make up the new one").containsExactlyInAnyOrderElementsOf(all);
		assertThat(owed.keySet()).isNotEmpty().isSubsetOf(all).doesNotContain(kinhBac);
		assertThat(owed.values()).containsOnly(Subjects.OWNER);
		assertThat(owed(regime(bacGiang.id(), List.of(), Level.COMMUNE, Level.PROVINCE), NOW).get(bacNinh.id().value())).as("its own part, to itself").isEqualTo(Subjects.OWNER);
		assertThat(owed(regime(LocalDate.of(2026, 1, 1), bacGiang.id(), List.of(), Level.COMMUNE), NOW).keySet()).as("a version of the successor's").containsExactlyInAnyOrderElementsOf(all);
		Agency city = agencies.findByCode(Level.DISTRICT, "213", LocalDate.of(2025, 6, 1)).orElseThrow();
		assertThat(owed(regime(city.id(), List.of(), Level.COMMUNE, Level.DISTRICT), NOW).keySet()).as("a district's, by its province").isNotEmpty().isSubsetOf(owed.keySet());
		Agency health = agencies.department(bacGiang.id(), "so-y-te", DISTRICTS).orElseThrow();
		assertThat(owed(regime(health.id(), List.of(), Level.COMMUNE), NOW).keySet()).isEqualTo(owed.keySet());
	}

	private Map<Integer, Integer> owed(Regime regime, LocalDate day) {
		return subjects.of(regime, day).stream().collect(Collectors.toMap(Owed::agency, Owed::receiver));
	}

	private static List<Integer> with(List<Integer> some, java.util.Set<Integer> others) {
		return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
	}

	private static List<Integer> with(List<Integer> some, int another) {
		return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(another)).toList();
	}

	private static Regime regime(AgencyId owner, List<AgencyId> provinces, Level... levels) {
		return regime(LocalDate.of(2020, 1, 1), owner, provinces, levels);
	}

	private static Regime regime(LocalDate validFrom, AgencyId owner, List<AgencyId> provinces, Level... levels) {
		LocalizedText words = LocalizedText.same("Thử");
		return new Regime(1, new RegimeCode("THU.DOITUONG"), 1, words, words, owner, "", PeriodType.MONTH, Arrays.asList(levels), null, provinces, List.of("system"), words, words, List.of(), words,
				new Regime.Burden(BigDecimal.ONE, ""), validFrom, null, "");
	}

}
