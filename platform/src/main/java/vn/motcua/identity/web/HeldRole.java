package vn.motcua.identity.web;

import vn.motcua.agency.Agency;
import vn.motcua.identity.domain.RoleGrant;

/** A role with the agency it is held at, for the page. */
public record HeldRole(RoleGrant grant, Agency agency) {
}
