package io.writ.governance.policy.remote;

import java.io.Serial;

/**
 * There is no reply that could be read. An exception and not a value, because that is what retry and circuit breaker look
 * at; it never leaves this package.
 */
class OpaTrouble extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OpaTrouble(String message) {
        super(message, null, false, false);
    }

    /** No connection, or one that ended before a reply: asking once more cannot do harm and may help. */
    static final class Unreachable extends OpaTrouble {

        @Serial
        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }
    }

    /** No reply in time. Asking again would double the load of a server that is already too slow. */
    static final class Silent extends OpaTrouble {

        @Serial
        private static final long serialVersionUID = 1L;

        Silent(String message) {
            super(message);
        }
    }

    /** A reply that says the server does not want to, or cannot. */
    static final class Refused extends OpaTrouble {

        @Serial
        private static final long serialVersionUID = 1L;

        Refused(int status) {
            super("OPA answered with status " + status);
        }
    }

    /** The thread that asks is wanted elsewhere; that says nothing about the server. */
    static final class Abandoned extends OpaTrouble {

        @Serial
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("interrupted while OPA was asked");
        }
    }
}
