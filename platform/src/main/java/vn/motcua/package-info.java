/** The program: reads the words of the command line, brings up the database and starts the rooms. */
@NullMarked
package vn.motcua;

import org.jspecify.annotations.NullMarked;
