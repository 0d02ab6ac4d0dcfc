package io.writ.governance.source.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, all of it: whoever corrects it should not have to start the server once per mistake. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String pointer, String text) {
        found.add((pointer.isEmpty() ? "/" : pointer) + ": " + text);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new CatalogueException(found);
        }
    }
}
