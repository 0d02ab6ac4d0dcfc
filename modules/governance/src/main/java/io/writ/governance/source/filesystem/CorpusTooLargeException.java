package io.writ.governance.source.filesystem;

import java.io.IOException;
import java.io.Serial;

/** There are more documents than this source may hold. */
final class CorpusTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    CorpusTooLargeException(String message) {
        super(message);
    }
}
