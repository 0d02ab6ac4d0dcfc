// module: unnamed
// expect: app-sees-only-contracts | io.writ.governance.source.Source
package io.writ.app.rest;

final class AppNamesSource {
    io.writ.governance.source.Source source;
}
