package vn.motcua.site;

import java.util.Optional;

import vn.motcua.kernel.Actor;

/** Who looks at the page being drawn. The shell asks; the module that signs people in answers. */
public interface Visitor {

	/** Cookie of a session; who sends none is a stranger. */
	String SESSION_COOKIE = "phien";

	Optional<Actor> current();

}
