package vn.motcua.catalogue.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import vn.motcua.catalogue.PublicationFigures.RecordPart;
import vn.motcua.catalogue.ServiceVersion;

/** Which parts of Decree 63/2010/NĐ-CP art. 8 a record lacks. */
final class RecordCompleteness {

	private RecordCompleteness() {
	}

	/** @param decided whether a publication decision stands behind the version */
	static List<RecordPart> missing(ServiceVersion service, boolean decided) {
		Set<RecordPart> missing = EnumSet.noneOf(RecordPart.class);
		check(missing, RecordPart.NAME, !service.name().vi().isBlank() && !service.summary().vi().isBlank());
		check(missing, RecordPart.STEPS, !service.steps().isEmpty());
		check(missing, RecordPart.CHANNELS, !service.channels().isEmpty());
		check(missing, RecordPart.COMPONENTS, !service.components().isEmpty() || service.form().path("x-pages").size() > 0);
		check(missing, RecordPart.TIME, !service.cases().isEmpty() && service.cases().stream().allMatch(one -> one.timeLimit().keySet().containsAll(service.channels())));
		check(missing, RecordPart.AUDIENCE, !service.audience().isEmpty());
		check(missing, RecordPart.AGENCY, !service.handling().level().isBlank() && !service.ministry().isBlank());
		check(missing, RecordPart.FORM, service.form().path("properties").size() > 0);
		check(missing, RecordPart.RESULT, !service.results().isEmpty());
		check(missing, RecordPart.LAW, !service.legalBasis().isEmpty());
		check(missing, RecordPart.VERIFIED, service.legalBasis().stream().noneMatch(ServiceVersion.LawReference::unverified)
				&& service.fees().stream().noneMatch(ServiceVersion.Fee::unverified));
		check(missing, RecordPart.DECISION, decided);
		return List.copyOf(missing);
	}

	private static void check(Set<RecordPart> missing, RecordPart part, boolean there) {
		if (!there) {
			missing.add(part);
		}
	}

}
