/** The platform as authorization server: OAuth 2.1 and OpenID Connect for agencies' systems and citizens' programs. */
@NullMarked
package vn.motcua.identity.oauth;

import org.jspecify.annotations.NullMarked;
