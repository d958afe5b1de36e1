package vn.motcua.catalogue.api;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;

/**
 * A service in a list.
 *
 * @param authority ministry that regulates it
 * @param score how well it fits what was typed, 1 for the best; absent without a search
 */
record ServiceItem(String code, LocalizedText name, int level, ServiceVersion.Field field, Authority authority, List<String> audience, @Nullable Double score) {

	/** @param level who handles it, for example {@code commune} */
	record Authority(String code, LocalizedText name, String level) {
	}

	static ServiceItem of(ServiceVersion service, LocalizedText ministry, @Nullable Double score) {
		return new ServiceItem(service.code().value(), service.name(), service.level(), service.field(),
				new Authority(service.ministry(), ministry, service.handling().level().toLowerCase(Locale.ROOT)), audience(service), score);
	}

	static List<String> audience(ServiceVersion service) {
		return service.audience().stream().map(one -> one.name().toLowerCase(Locale.ROOT)).sorted().toList();
	}

}
