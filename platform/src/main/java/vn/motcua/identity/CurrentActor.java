package vn.motcua.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Hands a controller method the signed-in {@link vn.motcua.kernel.Actor}; {@code null} on public routes for strangers. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentActor {

	/** Request attribute with the actor that a bearer token stands for, for those who look at a request when it is over. */
	String BEARER = "motcua.bearer";
}
