// module: io.writ.governance
// expect: compiler.err.not.def.public.cant.access | ReadPermit
package io.writ.governance.source;

final class SourceMintsPermit {
    Object forged = new io.writ.governance.policy.ReadPermit(null, null, null, null, null);
}
