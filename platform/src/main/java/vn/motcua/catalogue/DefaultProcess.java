package vn.motcua.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The process of a service that brings none of its own: receive, process, propose, sign, return. */
public final class DefaultProcess {

	private DefaultProcess() {
	}

	/** BPMN 2.0. */
	public static String xml() {
		try (InputStream process = DefaultProcess.class.getResourceAsStream("/catalogue/default.bpmn")) {
			return new String(process.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
