package io.writ.governance.source.filesystem;

import io.writ.governance.source.SourceFailure;

/** What is known about a document at a moment. */
sealed interface FileState {

    /** The name under which this state is remembered. */
    String versionId();

    /** It had this text. */
    record Held(TextDocument text) implements FileState {
        @Override
        public String versionId() {
            return text.versionId();
        }
    }

    /**
     * It was there, but not as a text that can be served; or nobody looked.
     *
     * @param failure what a read of it is told
     */
    record Unknown(SourceFailure failure, String reason) implements FileState {

        /** No digest looks like this. */
        static final String MARK = "unknown";

        @Override
        public String versionId() {
            return MARK;
        }
    }

    /** It was not there. */
    record Absent() implements FileState {

        /** No digest looks like this. */
        static final String MARK = "absent";

        @Override
        public String versionId() {
            return MARK;
        }
    }
}
