/**
 * Shared words of the platform (<i>từ vựng chung</i>): codes, identifiers, money, actors, problems, paging and the
 * working calendar. Values only: nothing here knows a table, a page or a business step.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package vn.motcua.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
