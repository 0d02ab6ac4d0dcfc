package io.writ.ledger.witness;

import io.writ.ledger.Witness;
import io.writ.ledger.WitnessConfig;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Composes the witness, if this installation is one. */
@Dependent
class WitnessWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    Witness witness(WitnessConfig config, Clock clock) {
        List<NoteKey> logs = config.logs().stream().map(NoteKey::parse).toList();
        Optional<Witness> on =
                config.signingKey().map(key -> new DatabaseWitness(database, NoteSigner.parse(key), logs, clock));
        return on.orElseGet(NoWitness::new);
    }
}
