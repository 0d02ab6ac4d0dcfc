/** An append-only, chained and verifiable log. It stores bytes and judges nothing. */
@org.jspecify.annotations.NullMarked
module io.writ.ledger {
    requires static org.jspecify;
    requires jakarta.annotation;
    requires jakarta.cdi;
    requires jakarta.inject;
    requires jakarta.json;
    requires jakarta.transaction;
    requires java.net.http;
    requires org.eclipse.jgit;
    requires transitive java.sql;
    requires transitive io.writ.evidence;

    exports io.writ.ledger;
    exports io.writ.ledger.append to
            io.writ.governance;
    exports io.writ.ledger.proof to
            io.writ.cli,
            io.writ.governance;
}
