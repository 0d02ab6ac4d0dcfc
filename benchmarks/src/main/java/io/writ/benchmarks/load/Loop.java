package io.writ.benchmarks.load;

/** Callers that are running. */
public interface Loop {

    /** From now on answers count. */
    void open();

    /** Stops the callers and waits for their last answers. */
    Served end();
}
