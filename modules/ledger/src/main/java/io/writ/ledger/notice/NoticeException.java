package io.writ.ledger.notice;

import java.io.Serial;

/** A notice is not written the way notices are. */
public final class NoticeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoticeException(String message) {
        super(message);
    }

    NoticeException(String message, Throwable cause) {
        super(message, cause);
    }
}
