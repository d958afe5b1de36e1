package vn.motcua.site;

import org.springframework.stereotype.Component;

/** Styles, script and pictures of the pages, served from memory under an address that carries the digest of the content. */
@Component
public class Assets {

	/** Address of a file under {@code static/}. */
	public String href(String name) {
		return "/assets/" + name;
	}

}
