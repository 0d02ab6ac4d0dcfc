package io.writ.app.console.html;

import java.util.List;

/** Pieces in a row, without an element around them. */
record Fragment(List<Html> pieces) implements Html {

    Fragment {
        pieces = List.copyOf(pieces);
    }

    @Override
    public void write(StringBuilder out) {
        pieces.forEach(piece -> piece.write(out));
    }
}
