package vn.motcua.catalogue.domain;

/** Wants to know when the published versions have changed, here or on another node. */
interface CatalogueListener {

	void changed();

}
