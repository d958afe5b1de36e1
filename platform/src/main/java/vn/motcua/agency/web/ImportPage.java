package vn.motcua.agency.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.importing.TreeImport;
import vn.motcua.kernel.problem.ProblemException;

/**
 * The form on which a file is put up.
 *
 * @param refused why the last file was not taken, {@code null} for none
 */
public record ImportPage(LocalDate on, List<TreeImport> latest, @Nullable ProblemException refused) {
}
