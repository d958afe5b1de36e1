package vn.motcua.site.component;

/** Words that lead somewhere. */
public record Link(String href, String text) {
}
