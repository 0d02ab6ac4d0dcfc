package io.writ.governance.session;

import java.util.concurrent.atomic.AtomicReference;

/** A session as this node knows it: its facts, and the farthest progress seen so far. */
public final class LiveSession {

    private final SessionFacts facts;
    private final AtomicReference<Progress> progress;

    public LiveSession(SessionFacts facts, Progress progress) {
        this.facts = facts;
        this.progress = new AtomicReference<>(progress);
    }

    public SessionFacts facts() {
        return facts;
    }

    public Progress progress() {
        return progress.get();
    }

    /** Takes note of progress that was read from the database; older news changes nothing. */
    public void advance(Progress seen) {
        progress.accumulateAndGet(seen, Progress::join);
    }
}
