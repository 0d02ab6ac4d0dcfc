// module: io.writ.governance
// expect: compiler.err.cant.inherit.from.sealed | Operation
package io.writ.governance.gateway;

final class AnotherOperation implements Operation<io.writ.governance.policy.GovernedCall<Object>, Object> {
    @Override
    public Object perform(io.writ.governance.policy.GovernedCall<Object> call) {
        return call;
    }
}
