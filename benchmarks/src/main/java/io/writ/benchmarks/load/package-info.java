/**
 * Closed loops of callers, the callers of a server, and what a window of them gave. Start at
 * {@link io.writ.benchmarks.load.Load}.
 */
@NullMarked
package io.writ.benchmarks.load;

import org.jspecify.annotations.NullMarked;
