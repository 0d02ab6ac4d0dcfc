// module: io.writ.governance
// expect: config/no-reflection.signatures | go around the boundary
package io.writ.governance.gateway;

final class GovernanceReflects {
    static void open(java.lang.reflect.Field field) {
        field.setAccessible(true);
    }
}
