// module: io.writ.orchestration
// expect: config/no-io.signatures | no way to data but the gateway contract
package io.writ.orchestration.run;

final class OrchestrationOpensSocket {
    static Object open() throws java.io.IOException {
        return new java.net.Socket("localhost", 5432);
    }
}
