// module: unnamed
// expect: only-wiring-creates-time-and-chance | Instant.now()
package io.writ.governance.gateway;

final class AsksTheClock {
    static Object now() {
        return java.time.Instant.now();
    }
}
