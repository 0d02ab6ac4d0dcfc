package io.writ.ledger.tree;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.notice.NoticeIds;
import io.writ.ledger.signing.NoteSigner;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;

/** The product's sequencer on a thread of its own, as a server runs it. */
@NullMarked
public final class Sequencing implements AutoCloseable {

    /** Writers without a server hold no lock that tells they live, and would be taken for dead. */
    private static final Duration NEVER = Duration.ofDays(1);

    private final SequencerLoop loop;
    private final Thread thread;

    private Sequencing(SequencerLoop loop, Thread thread) {
        this.loop = loop;
        this.thread = thread;
    }

    /**
     * Starts it.
     *
     * @param key both lines of the log's key
     */
    public static Sequencing start(DataSource database, String key, Duration cycle) {
        Clock clock = Clock.systemUTC();
        LogIdentity identity = new LogIdentity(NoteSigner.parse(key), clock);
        Notary notary = new Notary("bench", new NoticeIds(new SecureRandom()), clock);
        Publication nowhere = new Publication(
                AnchorConfig.NONE,
                new AnchorBoard(AnchorConfig.NONE, clock),
                clock,
                Thread.ofVirtual().factory());
        SequencerLoop loop =
                new SequencerLoop(database, new Duty(identity, notary, cycle, NEVER), new SequencerState(), nowhere);
        return new Sequencing(loop, Thread.ofPlatform().name("sequencer").start(loop));
    }

    /** Ends after the running cycle. */
    @Override
    public void close() {
        loop.stop();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
