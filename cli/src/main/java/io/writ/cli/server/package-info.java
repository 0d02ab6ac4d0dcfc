/**
 * Starts and stops a Writ server of one's own: the Liberty that the build laid out, as a child process, with its own
 * user directory, port and environment. Start at {@link io.writ.cli.server.ServerProcess}.
 */
@NullMarked
package io.writ.cli.server;

import org.jspecify.annotations.NullMarked;
