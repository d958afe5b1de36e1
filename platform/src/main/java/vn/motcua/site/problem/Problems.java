package vn.motcua.site.problem;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Which problem an exception is. What nobody foresaw is 500. */
final class Problems {

	private static final int LONGEST_NAME = 100;

	private Problems() {
	}

	static Problem of(Throwable thrown) {
		return switch (thrown) {
			case ProblemException refused -> Problem.of(refused);
			case MethodArgumentTypeMismatchException wrong -> Problem.field(wrong.getName(), typeCode(wrong.getRequiredType()), Map.of());
			case MethodArgumentConversionNotSupportedException wrong -> Problem.field(wrong.getName(), "common.missing", Map.of());
			case MissingServletRequestParameterException missing -> Problem.field(missing.getParameterName(), "common.missing", Map.of());
			case MissingServletRequestPartException missing -> Problem.field(missing.getRequestPartName(), "common.missing", Map.of());
			case MissingRequestValueException missing -> Problem.of(400);
			case MethodArgumentNotValidException wrong -> fields(wrong.getBindingResult());
			case BindException wrong -> fields(wrong.getBindingResult());
			case HttpMessageNotReadableException unreadable -> body(unreadable.getCause());
			case MaxUploadSizeExceededException large -> Problem.of(413);
			case MultipartException broken -> tooLarge(broken) ? Problem.of(413) : Problem.of(400);
			case ErrorResponse response -> Problem.of(response.getStatusCode().value());
			case IllegalArgumentException wildcard when String.valueOf(wildcard.getMessage()).startsWith("Content-Type cannot contain wildcard") -> Problem.of(415);
			default -> Problem.of(unforeseen(thrown).value());
		};
	}

	/** Whoever asked has gone, or fell silent in the middle: nobody is there to be answered, and nothing is wrong here. */
	static boolean gone(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SocketException || cause instanceof SocketTimeoutException || cause instanceof EOFException
					|| cause.getClass().getSimpleName().equals("ClientAbortException")) {
				return true;
			}
		}
		return false;
	}

	private static Problem fields(BindingResult result) {
		List<FieldProblem> fields = result.getFieldErrors().stream().limit(50)
			.map(error -> FieldProblem.of("/" + shortened(error.getField()).replace('.', '/'), error.isBindingFailure() ? "common.type" : "common.value"))
			.toList();
		return new Problem(422, CommonProblem.FIELDS.code(), Map.of(), fields);
	}

	/** A body that is not what the route reads: the place in it, as far as it is known. */
	private static Problem body(@Nullable Throwable cause) {
		if (cause instanceof StreamConstraintsException) {
			return Problem.of(413);
		}
		if (!(cause instanceof JacksonException json)) {
			return Problem.of(400);
		}
		String pointer = json.getPath().stream().limit(10)
			.map(step -> "/" + (step.getPropertyName() == null ? String.valueOf(step.getIndex()) : shortened(step.getPropertyName())))
			.collect(Collectors.joining());
		if (pointer.isEmpty()) {
			return new Problem(400, "common.json", Map.of(), List.of());
		}
		return new Problem(400, CommonProblem.FIELDS.code(), Map.of(), List.of(FieldProblem.of(pointer, "common.type")));
	}

	private static HttpStatusCode unforeseen(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null) {
				return HttpStatusCode.valueOf(status(sql.getSQLState()));
			}
			String name = cause.getClass().getSimpleName();
			if (name.equals("InvalidParameterException") || name.equals("BadRequestException") || name.equals("RequestRejectedException")) {
				return HttpStatusCode.valueOf(tooLarge(cause) ? 413 : 400);
			}
		}
		return HttpStatusCode.valueOf(500);
	}

	/** PostgreSQL's class 22 is a value no column takes; 08, 53 and 57P are a database that cannot answer now. */
	private static int status(String state) {
		return state.startsWith("22") ? 400 : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") ? 503 : 500;
	}

	private static boolean tooLarge(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			String name = cause.getClass().getSimpleName();
			if (name.contains("SizeLimit") || name.contains("CountLimit") || name.contains("SizeException")) {
				return true;
			}
		}
		return false;
	}

	private static String typeCode(@Nullable Class<?> type) {
		if (type == null) {
			return "common.type";
		}
		if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
			return "common.type-number";
		}
		return java.time.temporal.Temporal.class.isAssignableFrom(type) ? "common.type-date" : "common.type";
	}

	private static String shortened(String name) {
		return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
	}

}
