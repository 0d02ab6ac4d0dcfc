package io.writ.governance.gateway;

// The real interface is sealed, which is a net of its own; this one stands in for it.
interface Operation {
    Object perform(Object call);
}
