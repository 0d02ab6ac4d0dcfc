// module: unnamed
// expect: packages-have-no-cycles | Cycle detected
package io.writ.governance.budget;

public final class PackageCycle {
    Object there = io.writ.governance.session.PackageCycleBack.class;
}
