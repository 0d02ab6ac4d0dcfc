// module: unnamed
// expect: nobody-asks-the-container | service locator|CDI.current
package io.writ.governance.gateway;

final class AsksTheContainer {
    static Object all() {
        return jakarta.enterprise.inject.spi.CDI.current();
    }
}
