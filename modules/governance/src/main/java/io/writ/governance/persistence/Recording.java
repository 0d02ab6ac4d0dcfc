package io.writ.governance.persistence;

/** A way to get a decision written. */
interface Recording {

    /** Writes the decision behind its gate, and returns when it is known what became of it. */
    <T> Attempt<T> write(Gate<T> gate, Storable decision);
}
