package io.writ.governance.source.catalogue;

import java.io.Serial;
import java.util.List;

/** The catalogue file cannot be used; the message tells every problem at once, each with its place. */
public final class CatalogueException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CatalogueException(List<String> problems) {
        super("the catalogue cannot be used, correct these places and start again:\n  "
                + String.join("\n  ", problems));
    }
}
