package io.writ.governance;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the threads of work that no caller waits for.
 *
 * @param factory a container hands in its own, so that its naming context is there on them
 */
public record BackgroundThreads(ThreadFactory factory) {}
