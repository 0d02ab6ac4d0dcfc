package io.writ.governance.source.filesystem;

import io.writ.governance.masking.Surroundings;

/** The rest of a document around a span; cut out only when a mask asks for it. */
record DocumentSurroundings(TextDocument document, int startByte, int endByte) implements Surroundings {

    @Override
    public String before() {
        return document.text(0, startByte);
    }

    @Override
    public String after() {
        return document.text(endByte, document.length());
    }
}
