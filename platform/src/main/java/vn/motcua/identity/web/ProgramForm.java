package vn.motcua.identity.web;

import java.util.List;

/** What was typed about a new program. */
public record ProgramForm(String kind, String clientId, String name, String place, String addresses, List<String> scopes) {

	static final ProgramForm EMPTY = new ProgramForm("he-thong", "", "", "", "", List.of());

}
