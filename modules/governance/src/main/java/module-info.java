/** Everything privileged: policy, sources, sessions, budgets, recording. Its root package is the gateway contract. */
@org.jspecify.annotations.NullMarked
module io.writ.governance {
    requires static org.jspecify;
    requires re2j;
    requires jakarta.annotation;
    requires jakarta.cdi;
    requires jakarta.inject;
    requires jakarta.interceptor;
    requires jakarta.transaction;
    requires java.net.http;
    requires java.sql;
    requires microprofile.fault.tolerance.api;
    requires transitive io.writ.evidence;
    requires io.writ.ledger;

    exports io.writ.governance;
    exports io.writ.governance.policy.workbench to
            io.writ.cli;
    exports io.writ.governance.writ to
            io.writ.cli;
}
