// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | module io.writ.governance, which does not export it
package io.writ.orchestration.run;

final class OrchestrationNamesSource {
    io.writ.governance.source.Source source;
}
