package io.writ.app.console.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element. Names of elements and attributes come from our code, values from anywhere: so names are checked and
 * values are escaped. Scripts, styles, event attributes and links to elsewhere cannot be written at all.
 */
public record Element(String name, List<Attribute> attributes, List<Html> children) implements Html {

    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "path", "circle");
    private static final Set<String> FORBIDDEN = Set.of("script", "style", "iframe", "object", "embed", "base", "form");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    /** One attribute. */
    record Attribute(String name, String value) {

        private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z-]*");

        /** A path on this server or a place on this page; two slashes would already be another host. */
        private static final Pattern LOCAL = Pattern.compile("/(?!/)[^\\\\\\s]*|#[^\\s]+");

        Attribute {
            if (!NAME.matcher(name).matches() || name.startsWith("on") || name.equals("style")) {
                throw new IllegalArgumentException("no such attribute in a page of ours: " + name);
            }
            if (ADDRESSES.contains(name) && !LOCAL.matcher(value).matches()) {
                throw new IllegalArgumentException("a page of ours links to this server only");
            }
        }
    }

    public Element {
        if (!NAME.matcher(name).matches() || FORBIDDEN.contains(name)) {
            throw new IllegalArgumentException("no such element in a page of ours: " + name);
        }
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    public static Element el(String name, Html... children) {
        return new Element(name, List.of(), List.of(children));
    }

    public static Element el(String name, String text) {
        return el(name, Html.text(text));
    }

    public static Element el(String name, List<? extends Html> children) {
        return new Element(name, List.of(), List.copyOf(children));
    }

    /** The same element with one more attribute. */
    public Element with(String attribute, String value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new Element(name, more, children);
    }

    /** The same element with a class for the stylesheet. */
    public Element as(String cssClass) {
        return with("class", cssClass);
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(name);
        for (Attribute attribute : attributes) {
            out.append(' ').append(attribute.name()).append("=\"");
            Text.escape(attribute.value(), out);
            out.append('"');
        }
        out.append('>');
        if (!VOID.contains(name)) {
            children.forEach(child -> child.write(out));
            out.append("</").append(name).append('>');
        }
    }
}
