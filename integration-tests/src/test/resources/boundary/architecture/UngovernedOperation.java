// module: unnamed
// expect: operations-are-governed | has no @Governed
package io.writ.governance.gateway;

class UngovernedOperation implements Operation {
    @Override
    public Object perform(Object call) {
        return call;
    }
}
