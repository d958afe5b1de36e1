package vn.motcua.identity.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;

/** Fills parameters marked {@link CurrentActor}. */
@Component
class ActorArguments implements HandlerMethodArgumentResolver {

	private final CurrentVisitor visitor;

	ActorArguments(CurrentVisitor visitor) {
		this.visitor = visitor;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(CurrentActor.class) && parameter.getParameterType() == Actor.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
			@Nullable WebDataBinderFactory binders) {
		return visitor.current().orElse(null);
	}

}
