// module: unnamed
// expect: only-governance-touches-databases | java.sql.Connection
package io.writ.app.rest;

final class AppSpeaksSql {
    java.sql.Connection connection;
}
