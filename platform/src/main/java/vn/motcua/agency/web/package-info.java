/** Pages on which administrators look at the tree of a day and import another. */
@NullMarked
package vn.motcua.agency.web;

import org.jspecify.annotations.NullMarked;
