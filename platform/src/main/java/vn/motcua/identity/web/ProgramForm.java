package vn.motcua.identity.web;

import java.util.List;

/** What was typed about a new program. */
public record ProgramForm(String clientId, String name, String addresses, List<String> scopes) {

	static final ProgramForm EMPTY = new ProgramForm("", "", "", List.of());

}
