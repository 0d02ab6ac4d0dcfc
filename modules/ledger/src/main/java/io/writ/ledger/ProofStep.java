package io.writ.ledger;

/**
 * One step of checking something offline.
 *
 * @param name what is checked
 * @param holds whether it holds; after the first that does not, no step follows
 * @param told what was found, in one sentence
 */
public record ProofStep(String name, boolean holds, String told) {

    static ProofStep good(String name, String told) {
        return new ProofStep(name, true, told);
    }

    static ProofStep bad(String name, String told) {
        return new ProofStep(name, false, told);
    }
}
