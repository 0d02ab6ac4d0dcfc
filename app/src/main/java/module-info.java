/** The only part of Writ that speaks HTTP: identity, resources, health, metrics and the console. It holds no rules. */
@org.jspecify.annotations.NullMarked
module io.writ.app {
    requires static org.jspecify;
    requires io.writ.orchestration;
    requires io.writ.ledger;
    requires jakarta.annotation;
    requires jakarta.cdi;
    requires jakarta.concurrency;
    requires jakarta.inject;
    requires jakarta.json;
    requires jakarta.servlet;
    requires jakarta.ws.rs;
    requires microprofile.config.api;
    requires microprofile.health.api;
}
