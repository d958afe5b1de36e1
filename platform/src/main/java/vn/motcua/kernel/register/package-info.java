/** What a register must be able to say so that forms can take answers from it. */
@NullMarked
package vn.motcua.kernel.register;

import org.jspecify.annotations.NullMarked;
