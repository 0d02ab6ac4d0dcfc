/**
 * What the ledger costs, as ratios to the same rows without it. The method is that of the design the goals come from;
 * the designs are built of the product's own classes. Start at {@link io.writ.benchmarks.ledger.LedgerBenchmark}.
 */
@NullMarked
package io.writ.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
