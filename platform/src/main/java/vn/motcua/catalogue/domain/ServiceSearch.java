package vn.motcua.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion;

/** Keeps the index of the services in force, made again when they change or a day begins. */
final class ServiceSearch {

	private final ReentrantLock making = new ReentrantLock();

	private volatile @Nullable Made made;

	private record Made(Snapshot of, LocalDate on, ServiceIndex index) {
	}

	List<ServiceVersion> search(Snapshot snapshot, LocalDate on, String typed, int limit) {
		return index(snapshot, on).search(typed, limit);
	}

	private ServiceIndex index(Snapshot snapshot, LocalDate on) {
		Made present = made;
		if (present != null && present.of() == snapshot && present.on().equals(on)) {
			return present.index();
		}
		making.lock();
		try {
			Made meanwhile = made;
			if (meanwhile == null || meanwhile.of() != snapshot || !meanwhile.on().equals(on)) {
				meanwhile = new Made(snapshot, on, new ServiceIndex(snapshot.all(on)));
				made = meanwhile;
			}
			return meanwhile.index();
		}
		finally {
			making.unlock();
		}
	}

}
