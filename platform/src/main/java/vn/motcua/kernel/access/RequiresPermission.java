package vn.motcua.kernel.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the permission a route needs. On a controller it holds for all its routes that do not name another. */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {

	Permission value();

	/** Problem whose words tell somebody without the permission where to go instead; the general one without it. */
	String otherwise() default "common.forbidden";

}
