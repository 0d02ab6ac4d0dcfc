/** The vocabulary of evidence, and the deterministic gate that turns claims into an outcome. Pure: no container, no I/O. */
@org.jspecify.annotations.NullMarked
module io.writ.evidence {
    requires static org.jspecify;
    requires transitive jakarta.json;

    exports io.writ.evidence;
    exports io.writ.evidence.canonical to
            io.writ.governance,
            io.writ.ledger;
    exports io.writ.evidence.finalization to
            io.writ.governance;
}
