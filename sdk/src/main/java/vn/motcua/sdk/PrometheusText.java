package vn.motcua.sdk;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Keeps counts and values and writes them in the text format of Prometheus. Safe for use by several threads. */
public final class PrometheusText implements Metrics {

	private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();

	private final Map<String, Double> gauges = new ConcurrentSkipListMap<>();

	/** Without counts yet. */
	public PrometheusText() {
	}

	@Override
	public void add(String counter, long by) {
		counters.computeIfAbsent(counter, ignored -> new LongAdder()).add(by);
	}

	@Override
	public void set(String gauge, double value) {
		gauges.put(gauge, value);
	}

	/**
	 * A count so far.
	 * @param counter name of the counter
	 * @return the count, 0 when nothing was counted
	 */
	public long count(String counter) {
		LongAdder adder = counters.get(counter);
		return adder == null ? 0 : adder.sum();
	}

	/**
	 * Everything, as Prometheus reads it.
	 * @return text, for the type {@code text/plain; version=0.0.4}
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		counters.forEach((name, count) -> text.append("# TYPE ").append(name).append(" counter\n").append(name).append(' ').append(count.sum()).append('\n'));
		gauges.forEach((name, value) -> text.append("# TYPE ").append(name).append(" gauge\n").append(name).append(' ').append(value).append('\n'));
		return text.toString();
	}

}
