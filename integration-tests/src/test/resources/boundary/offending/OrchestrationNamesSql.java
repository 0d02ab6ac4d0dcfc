// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | java.sql
package io.writ.orchestration.run;

final class OrchestrationNamesSql {
    java.sql.Connection connection;
}
