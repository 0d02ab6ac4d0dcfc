// module: io.writ.orchestration
// expect: config/no-reflection.signatures | go around the boundary
package io.writ.orchestration.run;

final class OrchestrationReflects {
    static Object find() throws ClassNotFoundException {
        return Class.forName("io.writ.governance.source.Source");
    }
}
