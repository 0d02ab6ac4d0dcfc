package io.writ.governance.session;

public final class PackageCycleBack {
    Object back = io.writ.governance.budget.PackageCycle.class;
}
