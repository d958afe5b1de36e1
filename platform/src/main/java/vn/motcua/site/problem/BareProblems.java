package vn.motcua.site.problem;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the server refuses before any of our code sees it, such as an address that cannot be decoded, gets a clean answer too. */
@Component
class BareProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers(context -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(Valve.class.getName());
			}
		});
	}

	/** Made by the server by name. */
	public static final class Valve extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, Throwable thrown) {
			int status = response.getStatus();
			if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			boolean api = String.valueOf(request.getCoyoteRequest().requestURI()).startsWith("/api/");
			try {
				response.setContentType(api ? "application/problem+json" : "text/html");
				response.setCharacterEncoding("UTF-8");
				Writer writer = response.getReporter();
				if (writer != null) {
					writer.write(api ? "{\"type\":\"about:blank\",\"title\":\"Bad request\",\"status\":" + status + ",\"code\":\"common.malformed\"}"
							: BareProblemPage.of(status, ""));
					response.finishResponse();
				}
			}
			catch (IOException gone) {
				// nobody is left to answer
			}
		}

	}

}
