package io.writ.governance.transcript;

import io.writ.governance.Caller;
import io.writ.governance.session.SessionFacts;
import java.util.Optional;

/** Who acted, and in which session. The session may be somebody else's: then the record says so by its principal. */
public record Circumstances(Caller caller, Optional<SessionFacts> session) {

    public static Circumstances inside(Caller caller, SessionFacts session) {
        return new Circumstances(caller, Optional.of(session));
    }

    public static Circumstances outside(Caller caller) {
        return new Circumstances(caller, Optional.empty());
    }

    String traceId() {
        return session.map(SessionFacts::traceId).orElse(caller.traceId());
    }
}
