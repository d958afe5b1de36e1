/** Where rows come from: files of a folder, or a query of a database. */
@NullMarked
package vn.motcua.agent.source;

import org.jspecify.annotations.NullMarked;
