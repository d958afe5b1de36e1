package vn.motcua.reporting.regime;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes.Opening;

/**
 * Regimes and indicators in force on this node. The packaged ones are taken in when first asked for, after the start and not in its way; every ten
 * seconds it asks whether another node changed something, and forgets which periods were opened and closed.
 */
@Component
class Design {

	private static final int TEN_SECONDS_MS = 10_000;

	private final RegimeStore regimes;

	private final IndicatorStore indicators;

	private final PackagedDesign packaged;

	private final boolean work;

	private volatile DesignRegister register = DesignRegister.NONE;

	Design(RegimeStore regimes, IndicatorStore indicators, PackagedDesign packaged, @Value("${motcua.work}") boolean work) {
		this.regimes = regimes;
		this.indicators = indicators;
		this.packaged = packaged;
		this.work = work;
	}

	DesignRegister register() {
		DesignRegister held = register;
		return held == DesignRegister.NONE ? first() : held;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (work) {
			Thread.ofVirtual().name("reporting-design").start(this::first);
		}
	}

	@Scheduled(initialDelay = TEN_SECONDS_MS, fixedDelay = TEN_SECONDS_MS)
	void followOtherNodes() {
		if (work && register != DesignRegister.NONE) {
			register.opened().clear();
			if (regimes.version() != register.version()) {
				refresh();
			}
		}
	}

	/** Reads again, after the commit when a transaction is under way. */
	void changed() {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					refresh();
				}

			});
		}
		else {
			refresh();
		}
	}

	/** Opened periods of a regime, from memory. */
	Map<LocalDate, Opening> opened(int regime) {
		return register().opened().computeIfAbsent(regime, this::readOpened);
	}

	/** A period was opened or closed; seen at once by this node after the commit. */
	void periodsChanged(int regime) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					register().opened().remove(regime);
				}

			});
		}
		register().opened().remove(regime);
	}

	private synchronized DesignRegister first() {
		if (register == DesignRegister.NONE) {
			packaged.load();
			refresh();
		}
		return register;
	}

	synchronized void refresh() {
		long version = regimes.version();
		Map<Integer, List<RegimeVersion>> versions = regimes.published().stream().collect(Collectors.groupingBy(RegimeVersion::regime));
		Map<Integer, DesignRegister.Entry> entries = new LinkedHashMap<>();
		Map<RegimeCode, Integer> numbers = new HashMap<>();
		for (RegimeStore.Row row : regimes.regimes()) {
			List<RegimeVersion> published = versions.get(row.number());
			if (published != null) {
				entries.put(row.number(), new DesignRegister.Entry(row.number(), row.code(), row.owner(), row.type(), published));
				numbers.put(row.code(), row.number());
			}
		}
		List<Indicator> all = indicators.indicators();
		Map<IndicatorCode, Indicator> byCode = new HashMap<>();
		all.forEach(indicator -> byCode.put(indicator.code(), indicator));
		Set<IndicatorCode> drafted = indicators.drafted();
		List<Indicator> published = all.stream().filter(one -> !drafted.contains(one.code())).toList();
		register = new DesignRegister(version, entries, numbers, all, published, byCode, indicators.dimensions(), new ConcurrentHashMap<>());
	}

	private Map<LocalDate, Opening> readOpened(int regime) {
		Map<LocalDate, Opening> opened = new TreeMap<>();
		regimes.opened(regime).forEach(opening -> opened.put(opening.period().starts(), opening));
		return opened;
	}

}
