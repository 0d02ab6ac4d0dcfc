package io.writ.ledger.tree;

import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.VerifierOptions;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.signing.NoteSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A database with a log of two lanes, under some checkpoints, and a tail under none. */
public final class GrownLog implements AutoCloseable {

    /** Leaves between two checkpoints. */
    public static final int STEP = 60;

    /** Leaves under the newest checkpoint. */
    public static final int SIZE = 300;

    /** Entries that are in no tree yet. */
    public static final int TAIL = 4;

    private final MigratedPostgres postgres;
    private final List<LedgerEntry> entries = new ArrayList<>();

    private GrownLog(MigratedPostgres postgres) {
        this.postgres = postgres;
    }

    public static GrownLog grow() throws IOException, SQLException {
        var log = new GrownLog(MigratedPostgres.start());
        log.record();
        return log;
    }

    public MigratedPostgres postgres() {
        return postgres;
    }

    /** In the order in which they were committed, in turns to lane 1 and lane 2. */
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public static String publicKey() {
        return LogKeys.KEY.text();
    }

    /** Private and public key, as a server is given them. */
    public static String signingKey() {
        return LogKeys.written();
    }

    public static VerifierOptions options(int threads) {
        return new VerifierOptions(Optional.of(publicKey()), threads, (entries, records) -> {});
    }

    public static VerificationReport ofDatabase(DataSource database, int threads) {
        return LedgerVerifier.over(database, options(threads)).verify();
    }

    public static VerificationReport ofExport(Path export, int threads) {
        return LedgerVerifier.overExport(export, options(threads)).verify();
    }

    /** Takes everything that is committed into the tree. */
    public void fold() throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()), LogKeys.NOTARY).cycle(connection);
        }
    }

    public LedgerTree tree() {
        return new DatabaseTree(postgres.asApp(), Clock.systemUTC());
    }

    /** Lets another key take over, and returns it; as many checkpoints as asked for come after it. */
    public String changeKey(int checkpoints) throws SQLException {
        String key = NoteSigner.mint(LogKeys.KEY.name());
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            var identity = new LogIdentity(NoteSigner.parse(key), Optional.of(LogKeys.SIGNER), Clock.systemUTC());
            for (int checkpoint = 0; checkpoint < checkpoints; checkpoint++) {
                new Sequencer(identity, LogKeys.NOTARY).cycle(connection);
                recorder.commit();
            }
        }
        return key;
    }

    private void record() throws SQLException {
        Recorder first = Recorder.over(postgres.asApp(), 1);
        Recorder second = Recorder.over(postgres.asApp(), 1);
        for (int commit = 1; commit <= SIZE + TAIL; commit++) {
            entries.add((commit % 2 == 1 ? first : second).commit());
            if (commit % STEP == 0) {
                fold();
            }
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
