// module: unnamed
// expect: only-governance-touches-databases | javax.sql.DataSource
package io.writ.orchestration.run;

final class OrchestrationSpeaksSql {
    javax.sql.DataSource source;
}
