package vn.motcua.agency.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;

/**
 * The tree of a day, one parent at a time.
 *
 * @param line the parent and those above it, from the root down; empty at the root
 * @param rows what stands under it, or at the root
 * @param ministries whether the root shows ministries instead of provinces
 */
public record TreePage(LocalDate on, List<Agency> line, List<Row> rows, boolean ministries, boolean more) {

	/** @param under how many units stand directly under this one */
	public record Row(Agency unit, int under) {
	}

	public @Nullable Agency parent() {
		return line.isEmpty() ? null : line.getLast();
	}

}
