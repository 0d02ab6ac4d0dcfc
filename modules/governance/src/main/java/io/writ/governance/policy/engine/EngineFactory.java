package io.writ.governance.policy.engine;

/** Turns a bundle into the engine that answers for it, and for no other version. */
@FunctionalInterface
public interface EngineFactory {

    /**
     * The engine of this bundle.
     *
     * @throws RuntimeException with a message for an operator when the engine could not run it
     */
    PolicyEngine engine(PolicyBundle bundle);
}
