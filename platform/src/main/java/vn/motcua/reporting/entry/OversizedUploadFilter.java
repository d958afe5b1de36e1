package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.site.ArrivingStream;

/**
 * A browser reads why a workbook was refused only after it could send all of it, and the server cuts a connection off after 64 MB that nobody wants. So what says it is larger is
 * read to its end here, before anybody takes it apart, and nothing of it is kept.
 */
@Component
@Order(OversizedUploadFilter.BEFORE_SECURITY)
class OversizedUploadFilter extends OncePerRequestFilter {

	static final int BEFORE_SECURITY = -200;

	private static final long LARGER_THAN_ANY_WORKBOOK = 64L << 20;

	private static final long READ_ON = 256L << 20;

	private static final Duration LONGEST = Duration.ofSeconds(120);

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		return length <= LARGER_THAN_ANY_WORKBOOK || length > READ_ON || !request.getRequestURI().startsWith("/bao-cao/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		try {
			new ArrivingStream(request.getInputStream(), READ_ON, OversizedUploadFilter::tooLarge, LONGEST, OversizedUploadFilter::tooLarge).transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException | ProblemException brokenOffOrSlow) {
			// refused as it is: whoever sends so slowly, or has gone, reads no answer anyway
		}
		response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
	}

	private static ProblemException tooLarge() {
		return new ProblemException(ReportingProblem.BODY_TOO_LARGE, "mb", READ_ON >> 20);
	}

}
