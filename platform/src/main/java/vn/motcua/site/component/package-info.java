/** What the shared parts under {@code jte/component/} take: small records of plain words, nothing of any business. */
@NullMarked
package vn.motcua.site.component;

import org.jspecify.annotations.NullMarked;
