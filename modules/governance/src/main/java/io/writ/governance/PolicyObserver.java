package io.writ.governance;

/** Told how asking policy goes, to be counted. The application produces one; it must neither throw nor wait. */
public interface PolicyObserver {

    /** A second engine was asked the same, or was to be. */
    void compared(Comparison comparison);

    /** An OPA server was asked, or would have been. */
    void asked(RemoteOutcome outcome);

    /** What came of asking a second engine. */
    enum Comparison {
        /** Both said the same, to the last member. */
        SAME("same"),
        /** They did not. */
        DIFFERENT("different"),
        /** One of them gave no answer that could be compared. */
        FAILED("failed"),
        /** Too many comparisons were waiting; nobody was asked. */
        DROPPED("dropped");

        private final String label;

        Comparison(String label) {
            this.label = label;
        }

        /** As metrics call it. */
        public String label() {
            return label;
        }
    }

    /** What came of a question to OPA. */
    enum RemoteOutcome {
        ANSWERED("answered"),
        /** An earlier answer was used again. */
        CACHED("cached"),
        UNAVAILABLE("unavailable"),
        VERSION_MISMATCH("version_mismatch"),
        UNDEFINED("undefined"),
        MALFORMED("malformed"),
        ERROR("error"),
        /** The engine in this process answered instead. Counted beside the failure that led to it. */
        FALLBACK("fallback");

        private final String label;

        RemoteOutcome(String label) {
            this.label = label;
        }

        /** As metrics call it. */
        public String label() {
            return label;
        }
    }
}
