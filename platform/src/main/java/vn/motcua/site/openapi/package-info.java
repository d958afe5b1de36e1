/** The description of every interface under {@code /api} as OpenAPI 3.1, read from the routes themselves. */
@NullMarked
package vn.motcua.site.openapi;

import org.jspecify.annotations.NullMarked;
