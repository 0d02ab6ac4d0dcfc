package io.writ.governance;

import java.util.Locale;

/** One hop of who acts on whose behalf: human, agent, service or system. */
public record Actor(Kind kind, String id, String displayName) {

    /** What sort of actor it is. */
    public enum Kind {
        HUMAN,
        AGENT,
        SERVICE,
        SYSTEM;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
