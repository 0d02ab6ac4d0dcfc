/** The only part of Writ that speaks HTTP: identity, resources, health, metrics and the console. It holds no rules. */
@org.jspecify.annotations.NullMarked
module io.writ.app {
    requires static org.jspecify;
    requires io.writ.orchestration;
    requires io.writ.ledger;
    requires jakarta.cdi;
    requires jakarta.inject;
    requires jakarta.ws.rs;
}
