package vn.motcua.site;

import java.util.Optional;

import vn.motcua.kernel.Actor;

/** Who looks at the page being drawn. The shell asks; the module that signs people in answers. */
public interface Visitor {

	Optional<Actor> current();

}
