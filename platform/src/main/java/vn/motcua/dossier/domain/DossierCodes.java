package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/**
 * Gives out dossier codes: exchange identifier of the agency, day in Vietnam, daily number of that agency. Numbers come in
 * blocks that grow while an agency is busy and shrink when it is not; each block is taken in a transaction of its own, so
 * submitters of one agency never wait for each other's commit. What a restart leaves unused is a gap; a duplicate is
 * impossible. Decree 61/2018/NĐ-CP art. 26, Circular 01/2018/TT-VPCP art. 19.
 */
@Component
class DossierCodes {

	private static final int LARGEST_BLOCK = 256;

	private static final Duration BUSY = Duration.ofSeconds(1);

	private static final Duration QUIET = Duration.ofSeconds(10);

	private final CodeCounters counters;

	private final Clock clock;

	private final ConcurrentHashMap<AgencyId, AtomicReference<CompletableFuture<Block>>> blocks = new ConcurrentHashMap<>();

	DossierCodes(CodeCounters counters, Clock clock) {
		this.counters = counters;
		this.clock = clock;
	}

	/** Numbers of one agency and day that were taken together. */
	private record Block(LocalDate day, AtomicInteger next, int end, int size, Instant takenAt) {
	}

	DossierCode next(Agency agency, LocalDate day) {
		String exchangeCode = agency.exchangeCode() == null ? agency.code() : agency.exchangeCode();
		return DossierCode.of(exchangeCode, day, nextNumber(agency.id(), day));
	}

	private int nextNumber(AgencyId agency, LocalDate day) {
		AtomicReference<CompletableFuture<Block>> current = blocks.computeIfAbsent(agency, _ -> new AtomicReference<>());
		while (true) {
			CompletableFuture<Block> taken = current.get();
			Block block = taken == null ? null : joined(taken, current);
			if (block != null && block.day().equals(day)) {
				int number = block.next().getAndIncrement();
				if (number < block.end()) {
					return number;
				}
			}
			refill(current, taken, block, agency, day);
		}
	}

	/** Whoever finds the block used up first takes the next one; the others wait for that. */
	private void refill(AtomicReference<CompletableFuture<Block>> current, @Nullable CompletableFuture<Block> used, @Nullable Block before, AgencyId agency,
			LocalDate day) {
		CompletableFuture<Block> fresh = new CompletableFuture<>();
		if (!current.compareAndSet(used, fresh)) {
			return;
		}
		try {
			int size = size(before, day);
			int first = counters.take(agency, day, size);
			fresh.complete(new Block(day, new AtomicInteger(first), first + size, size, clock.instant()));
		}
		catch (RuntimeException failed) {
			current.compareAndSet(fresh, null);
			fresh.completeExceptionally(failed);
			throw failed;
		}
	}

	private int size(@Nullable Block before, LocalDate day) {
		if (before == null || !before.day().equals(day)) {
			return 1;
		}
		Duration lasted = Duration.between(before.takenAt(), clock.instant());
		if (lasted.compareTo(BUSY) < 0) {
			return Math.min(before.size() * 2, LARGEST_BLOCK);
		}
		return lasted.compareTo(QUIET) > 0 ? Math.max(before.size() / 2, 1) : before.size();
	}

	private static @Nullable Block joined(CompletableFuture<Block> taken, AtomicReference<CompletableFuture<Block>> current) {
		try {
			return taken.join();
		}
		catch (CompletionException failed) {
			current.compareAndSet(taken, null);
			return null;
		}
	}

}
