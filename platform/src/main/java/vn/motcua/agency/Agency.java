package vn.motcua.agency;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;

/**
 * An agency or administrative unit as it was on one day. A territorial unit (province, district, commune) stands for its
 * People's Committee as well.
 *
 * @param kind finer than level: {@code tinh}, {@code thanh-pho-trung-uong}, {@code quan}, {@code huyen}, {@code phuong},
 * {@code xa}, {@code thi-tran}, {@code dac-khu}, {@code bo}, {@code so-tu-phap}, {@code so-xay-dung} …
 * @param code statistics code of a territorial unit (2, 3 or 5 digits), else its exchange code
 * @param exchangeCode identifier in document and dossier exchange on that day (QCVN 102:2016 or Decision 20/2020/QĐ-TTg)
 * @param parent unit it stands under, {@code null} for the root
 */
public record Agency(AgencyId id, Level level, String kind, String code, @Nullable String exchangeCode, LocalizedText name,
		LocalizedText fullName, @Nullable AgencyId parent, LocalDate from, @Nullable LocalDate until) {

	public enum Level {
		MINISTRY, PROVINCE, DISTRICT, COMMUNE, DEPARTMENT, ORGANISATION
	}

}
