package vn.motcua.catalogue.web;

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.ServiceVersion;

/** A service that takes no new dossiers any more. */
public record AbolishedPage(ServiceVersion service, Abolition abolition) {
}
