package vn.motcua.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.Source;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.kernel.calendar.WorkingCalendar;

/** {@code examples.yaml}: there are some, and each comes out as it says. */
final class ExampleCheck implements BundleRule {

	/** Each is run whenever the bundle is checked or looked at. */
	private static final int MOST = 100;

	private final Supplier<Agencies> agencies;

	private final Supplier<WorkingCalendar> calendar;

	private final AreaRule areas;

	ExampleCheck(Supplier<Agencies> agencies, Supplier<WorkingCalendar> calendar, AreaRule areas) {
		this.agencies = agencies;
		this.calendar = calendar;
		this.areas = areas;
	}

	@Override
	public List<Finding> check(Bundle bundle) {
		List<Finding> findings = new ArrayList<>();
		Source examples = BundleReader.examples(bundle);
		if (!examples.tree().isArray() || examples.tree().isEmpty()) {
			return List.of(examples.finding("", "example-missing", "The file must be a list of at least one example."));
		}
		if (examples.tree().size() > MOST) {
			return List.of(examples.finding("", "example-many", "The file has at most " + MOST + " examples."));
		}
		runs(bundle).forEach(run -> findings.addAll(run.disagreements()));
		return findings;
	}

	@Override
	public boolean runsExamples() {
		return true;
	}

	List<ExampleRun> runs(Bundle bundle) {
		ServiceVersion service = BundleReader.read(bundle);
		ExampleRun.Ground ground = new ExampleRun.Ground(service, FormReader.read(service, areas), new ServiceRules(service, areas), agencies.get(), calendar.get());
		return ExampleRun.all(BundleReader.examples(bundle), ground);
	}

}
