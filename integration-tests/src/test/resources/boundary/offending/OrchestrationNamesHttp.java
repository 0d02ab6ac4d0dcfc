// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | java.net.http
package io.writ.orchestration.run;

final class OrchestrationNamesHttp {
    java.net.http.HttpClient client;
}
