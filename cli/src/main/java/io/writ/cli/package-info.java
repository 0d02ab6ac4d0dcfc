/**
 * The command line: one runnable JAR for whoever installs, checks or tries Writ. It holds no rule of the runtime.
 * Start at {@link io.writ.cli.Writ}.
 */
@NullMarked
package io.writ.cli;

import org.jspecify.annotations.NullMarked;
