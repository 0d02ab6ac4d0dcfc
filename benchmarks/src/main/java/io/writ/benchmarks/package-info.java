/**
 * Load and figures. Nothing here is asserted: a benchmark prints ratios to a baseline that was measured in the same run
 * on the same database. Start at {@code GatewayBenchmark}.
 */
@NullMarked
package io.writ.benchmarks;

import org.jspecify.annotations.NullMarked;
