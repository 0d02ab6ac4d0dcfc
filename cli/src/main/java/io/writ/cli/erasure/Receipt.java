package io.writ.cli.erasure;

import java.util.UUID;

/**
 * Proof of an erasure for whoever asked for it. The record of it names the person by a commitment; the salt that opens it
 * is stored nowhere else.
 */
record Receipt(UUID recordId, long lane, String commitment, String salt, Erased erased) {}
