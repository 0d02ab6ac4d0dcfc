/** Everything that merely thinks: plans, budgets, claims. It reaches the world through the gateway contract only. */
@org.jspecify.annotations.NullMarked
module io.writ.orchestration {
    requires static org.jspecify;
    requires jakarta.cdi;
    requires jakarta.inject;
    requires transitive io.writ.governance;

    exports io.writ.orchestration to
            io.writ.app;
}
