package vn.motcua.kernel.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a route that anybody may call. A route with neither this nor {@link RequiresPermission} is refused. */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicAccess {

	/**
	 * True when the page is the same for every anonymous visitor in one language, so that the site may keep the rendered
	 * bytes and serve them again until what it shows changes.
	 */
	boolean sameForAll() default false;

}
