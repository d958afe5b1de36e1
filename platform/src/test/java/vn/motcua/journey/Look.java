package vn.motcua.journey;

import vn.motcua.Browser;

/** How a person of a story looks at the pages. */
enum Look {

	PHONE_VIETNAMESE, PHONE_ENGLISH, DESKTOP_VIETNAMESE, DESKTOP_ENGLISH, PHONE_WITHOUT_SCRIPT;

	boolean script() {
		return this != PHONE_WITHOUT_SCRIPT;
	}

	/** Both widths and both languages go through axe once; in the looks between nothing is new to it but what the layout shows. */
	boolean axe() {
		return this == PHONE_VIETNAMESE || this == DESKTOP_ENGLISH;
	}

	Browser browser(int port) {
		return switch (this) {
			case PHONE_VIETNAMESE -> Browser.at(port).phone();
			case PHONE_ENGLISH -> Browser.at(port).phone().inEnglish();
			case DESKTOP_VIETNAMESE -> Browser.at(port);
			case DESKTOP_ENGLISH -> Browser.at(port).inEnglish();
			case PHONE_WITHOUT_SCRIPT -> Browser.at(port).phone().withoutScript();
		};
	}

}
