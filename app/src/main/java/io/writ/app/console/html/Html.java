package io.writ.app.console.html;

import java.util.List;

/** A piece of a page. */
public sealed interface Html permits Text, Element, Fragment {

    /** Writes itself, escaped where it must be. */
    void write(StringBuilder out);

    /** Text as it is read by a person. */
    static Html text(String value) {
        return new Text(value);
    }

    /** Pieces one after another. */
    static Html of(List<? extends Html> pieces) {
        return new Fragment(List.copyOf(pieces));
    }

    static Html of(Html... pieces) {
        return new Fragment(List.of(pieces));
    }

    static Html nothing() {
        return new Fragment(List.of());
    }

    /** A whole document with this as its root element. */
    static String document(Element root) {
        StringBuilder out = new StringBuilder("<!doctype html>\n");
        root.write(out);
        return out.append('\n').toString();
    }
}
