// module: io.writ.orchestration
// expect: config/no-io.signatures | no way to data but the gateway contract
package io.writ.orchestration.run;

final class OrchestrationStartsProcess {
    static Object start() throws java.io.IOException {
        return new ProcessBuilder("sh").start();
    }
}
