/** Takes in a tree that an administrator puts up: reads the file, checks every line, shows what would change, applies it whole. */
@NullMarked
package vn.motcua.agency.importing;

import org.jspecify.annotations.NullMarked;
