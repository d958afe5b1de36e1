/** The catalogue as linked data: services in CPSV-AP 3.2, the catalogue as a data set in DCAT-AP 3. */
@NullMarked
package vn.motcua.catalogue.linked;

import org.jspecify.annotations.NullMarked;
