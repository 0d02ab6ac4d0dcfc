package io.writ.governance;

import java.util.List;
import java.util.Optional;

/** What was recorded, for the eyes of the tenant it belongs to. */
public interface RunArchive {

    /** Newest first. */
    List<RunSummary> recent(Caller caller, int limit);

    /** One run, or nothing when it does not exist in this tenant. */
    Optional<RunRecord> run(Caller caller, SessionId session);
}
