package vn.motcua.agency.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.domain.TestTree;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;

class UnitsControllerTests {

	private static final LocalDate OPENING = LocalDate.of(2020, 8, 19);

	private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

	private static UnitsController units;

	@BeforeAll
	static void open() {
		units = new UnitsController(TestTree.open().current(), Clock.fixed(Instant.parse("2026-01-05T00:00:00Z"), ZoneOffset.UTC));
	}

	@Test
	void listsProvincesOfADayAndOfTodayWhenNoneIsNamed() {
		assertThat(units.units(OPENING, "province", null, 200, null).items()).hasSize(63);
		assertThat(units.units(null, null, null, 200, null).items()).hasSize(34).extracting(UnitView::code).isSorted();
	}

	@Test
	void pagesThroughAllCommunesWithoutGapOrRepeat() {
		List<Integer> met = new ArrayList<>();
		String after = null;
		do {
			Slice<UnitView> page = units.units(REFORM, "commune", null, 200, after);
			page.items().forEach(unit -> met.add(unit.id()));
			after = page.next();
		}
		while (after != null);

		assertThat(met).hasSize(3_321).doesNotHaveDuplicates();
	}

	@Test
	void listsWhatStandsUnderAParent() {
		assertThat(units.units(OPENING, "commune", "002", 200, null).items()).hasSize(18).allMatch(unit -> "002".equals(unit.parent()))
			.anySatisfy(unit -> assertThat(unit.fullName()).isEqualTo("Phường Hàng Bạc"));
		assertThat(units.units(OPENING, "department", "01", 200, null).items()).anySatisfy(unit -> assertThat(unit.kind()).isEqualTo("so-tu-phap"));
		assertThat(units.units(OPENING, "ministry", null, 200, null).items()).hasSize(23);
	}

	@Test
	void tellsEveryUnitThatHeldACode() {
		CodeHistory history = units.history("24");

		assertThat(history.holders()).extracting(holder -> holder.states().getFirst().fullName()).containsExactly("Tỉnh Bắc Giang", "Tỉnh Bắc Ninh");
		assertThat(history.holders().getFirst().wentInto()).singleElement().satisfies(link -> {
			assertThat(link.fullName()).isEqualTo("Tỉnh Bắc Ninh");
			assertThat(link.on()).isEqualTo(REFORM);
			assertThat(link.kind()).isEqualTo("merged");
		});
		assertThat(history.holders().getLast().cameFrom()).extracting(CodeHistory.Link::code).containsExactly("24", "27");
		assertThat(units.history("000.00.15.H26").holders()).hasSize(1);
	}

	@Test
	void refusesWhatItDoesNotKnowNamingTheField() {
		assertField(() -> units.units(OPENING, "village", null, null, null), "/level");
		assertField(() -> units.units(OPENING, "commune", "999", null, null), "/parent");
		assertField(() -> units.units(OPENING, null, null, 201, null), "/limit");
		assertField(() -> units.units(OPENING, null, null, null, "nonsense!"), "/after");
		assertThatThrownBy(() -> units.history("98765")).hasMessage("agency.unknown");
		assertThatThrownBy(() -> units.history("9".repeat(100))).hasMessage("agency.unknown");
	}

	private static void assertField(ThrowingCallable call, String pointer) {
		assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.fields()).singleElement()
			.satisfies(field -> assertThat(field.pointer()).isEqualTo(pointer)));
	}

}
