package vn.motcua.sdk;

/** Where counts and values go; connect it to what the agency measures with, or use {@link PrometheusText}. */
public interface Metrics {

	/** Measures nothing. */
	Metrics NONE = new Metrics() {

		@Override
		public void add(String counter, long by) {
			// nowhere to put it
		}

		@Override
		public void set(String gauge, double value) {
			// nowhere to put it
		}
	};

	/**
	 * Counts.
	 * @param counter name of the counter, ending in {@code _total}
	 * @param by how many more
	 */
	void add(String counter, long by);

	/**
	 * Notes a value.
	 * @param gauge name with its unit
	 * @param value the value now
	 */
	void set(String gauge, double value);

}
