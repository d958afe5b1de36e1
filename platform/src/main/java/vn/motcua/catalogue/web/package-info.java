/** Pages of the catalogue: services, fields, life events, publishing. */
@NullMarked
package vn.motcua.catalogue.web;

import org.jspecify.annotations.NullMarked;
