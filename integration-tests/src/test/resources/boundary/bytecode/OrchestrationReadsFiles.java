// module: io.writ.orchestration
// expect: config/no-io.signatures | no way to data but the gateway contract
package io.writ.orchestration.run;

final class OrchestrationReadsFiles {
    static String read() throws java.io.IOException {
        return java.nio.file.Files.readString(java.nio.file.Path.of("/etc/passwd"));
    }
}
