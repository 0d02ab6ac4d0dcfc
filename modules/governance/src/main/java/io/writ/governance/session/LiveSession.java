package io.writ.governance.session;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A session as this node knows it: its facts, and the farthest progress seen so far. */
public final class LiveSession {

    private final SessionFacts facts;
    private final UUID intent;
    private final AtomicReference<Progress> progress;

    public LiveSession(SessionFacts facts, UUID intent, Progress progress) {
        this.facts = facts;
        this.intent = intent;
        this.progress = new AtomicReference<>(progress);
    }

    public SessionFacts facts() {
        return facts;
    }

    /** The record that opened the run, and that its end closes. */
    public UUID intent() {
        return intent;
    }

    public Progress progress() {
        return progress.get();
    }

    /** Takes note of progress that was read from the database; older news changes nothing. */
    public void advance(Progress seen) {
        progress.accumulateAndGet(seen, Progress::join);
    }
}
