package io.writ.governance.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The sessions this node has seen lately, least recently used out first. */
public final class SessionCache {

    /** About 1 kB each; a session that falls out costs one round trip at its next call. */
    private static final int SESSIONS_MAX = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Map<SessionKey, LiveSession> sessions;

    public SessionCache() {
        this(SESSIONS_MAX);
    }

    SessionCache(int sessionsMax) {
        sessions = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SessionKey, LiveSession> eldest) {
                return size() > sessionsMax;
            }
        };
    }

    public Optional<LiveSession> find(SessionKey key) {
        lock.lock();
        try {
            return Optional.ofNullable(sessions.get(key));
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the session, or joins its progress into the one that is already kept, and returns the kept one. */
    public LiveSession keep(LiveSession loaded) {
        lock.lock();
        try {
            LiveSession kept = sessions.computeIfAbsent(loaded.facts().key(), _ -> loaded);
            kept.advance(loaded.progress());
            return kept;
        } finally {
            lock.unlock();
        }
    }
}
