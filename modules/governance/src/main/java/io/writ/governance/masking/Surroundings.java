package io.writ.governance.masking;

/**
 * The text around a span. It is never released: masks look at it, so that nobody sees the halves of what is hidden whole.
 */
public interface Surroundings {

    /** A span that is all there is. */
    Surroundings NONE = new Surroundings() {

        @Override
        public String before() {
            return "";
        }

        @Override
        public String after() {
            return "";
        }
    };

    /** From the start of the document to the span. */
    String before();

    /** From the span to the end of the document. */
    String after();
}
