package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;

class FoldTests {

	@Test
	void foldsAWholeLife() {
		DossierState state = null;
		for (DossierEvent event : SampleEvents.wholeLife(SampleEvents.code(1))) {
			state = Fold.fold(state, event);
			assertThat(state.holder() == null).isEqualTo(state.status().ended());
		}
		assertThat(state.status()).isEqualTo(DossierStatus.RETURNED);
		assertThat(state.moments().dueAt()).isEqualTo(Instant.parse("2020-08-20T02:01:00Z"));
		assertThat(state.moments().completedAt()).isEqualTo(SampleEvents.AT.plusSeconds(300));
		assertThat(state.supplements()).singleElement().satisfies(request -> assertThat(request.answeredAt()).isNotNull());
		assertThat(state.result().verificationToken()).isEqualTo("2008-abc");
	}

	@Test
	void stateSurvivesItsRow() {
		DossierState state = null;
		for (DossierEvent event : SampleEvents.wholeLife(SampleEvents.code(1))) {
			state = Fold.fold(state, event);
			assertThat(StateRow.of(state).state()).isEqualTo(state);
		}
	}

	@Test
	void refusesAGapInTheEvents() {
		DossierState first = Fold.fold(null, SampleEvents.submitted(SampleEvents.code(1)));
		DossierEvent third = SampleEvents.wholeLife(SampleEvents.code(1)).get(2);
		assertThatThrownBy(() -> Fold.fold(first, third)).isInstanceOf(IllegalStateException.class);
	}

}
