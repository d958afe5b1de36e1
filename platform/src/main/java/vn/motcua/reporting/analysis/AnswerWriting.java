package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

import vn.motcua.site.Assets;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Writes answers in the form that is asked for, for machines and, where people read the file, in their language. */
@Component
class AnswerWriting {

	private final Messages messages;

	private final Assets assets;

	private final Clock clock;

	AnswerWriting(Messages messages, Assets assets, Clock clock) {
		this.messages = messages;
		this.assets = assets;
		this.clock = clock;
	}

	void write(Answer answer, HttpServletRequest request, HttpServletResponse response, Locale language) throws IOException {
		AnswerForm.of(request).write(answer, response, clock.instant(), Page.standing(messages, language, request.getRequestURI(), assets));
	}

}
