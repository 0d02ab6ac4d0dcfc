package io.writ.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import javax.sql.DataSource;

/** Composes the read side. */
@Dependent
class LedgerWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    LedgerReader reader() {
        return new DatabaseReader(database);
    }

    /** Chains as a whole, what anchors hold, and the records of the tenant that the running transaction has set. */
    @Produces
    @ApplicationScoped
    LedgerVerifier verifier(TreeConfig tree, AnchorConfig anchors) {
        Optional<String> publicKey = tree.signingKey().map(LogKey::publicKey);
        return new DatabaseVerifier(
                database,
                VerifiedRecords.OF_THE_VISIBLE_TENANT,
                new VerifierOptions(publicKey, 1, (entries, records) -> {}, anchors));
    }

    @Produces
    @ApplicationScoped
    ChainReader chains() {
        return new DatabaseChains(database);
    }

    @Produces
    @ApplicationScoped
    LedgerSpotCheck spotCheck(LedgerTree tree, TreeConfig config) {
        return new SpotCheck(
                tree, new DatabaseChains(database), config.signingKey().map(LogKey::publicKey));
    }
}
