package io.writ.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The server process of a data directory, as its process id file names it. */
final class Postmaster {

    /** Long enough for a checkpoint; a server that clients keep open is killed instead, and recovers by itself. */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    /** After process id, data directory and start time. */
    private static final int PORT_LINE = 3;

    private final Path pidFile;

    Postmaster(Path data) {
        this.pidFile = data.resolve("postmaster.pid");
    }

    /**
     * Ends a server whose starter was killed, and removes the process id file of one that is gone: its number may
     * meanwhile belong to another program, and PostgreSQL would refuse to start. The caller holds the folder's lock.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = process();
        if (orphan.isPresent()) {
            List<ProcessHandle> family = family(orphan.get());
            orphan.get().destroy();
            if (!haveEnded(family)) {
                kill();
            }
        }
        Files.deleteIfExists(pidFile);
    }

    /** Kills the server without warning and waits until its children are gone too. */
    void kill() {
        process().ifPresent(postmaster -> {
            List<ProcessHandle> family = family(postmaster);
            family.forEach(ProcessHandle::destroyForcibly);
            if (!haveEnded(family)) {
                throw new DatabaseException("the PostgreSQL process " + postmaster.pid() + " does not end: kill it");
            }
        });
    }

    /** Where the server listens, when it runs. */
    Optional<Integer> port() {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return process().isEmpty()
                    ? Optional.empty()
                    : lines.skip(PORT_LINE).findFirst().map(line -> Integer.valueOf(line.strip()));
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }

    private Optional<ProcessHandle> process() {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(Postmaster::isPostgres);
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).stream()
                .anyMatch(name -> name.toString().startsWith("postgres"));
    }

    private static List<ProcessHandle> family(ProcessHandle postmaster) {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static boolean haveEnded(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failure) {
            throw new DatabaseException("waiting for PostgreSQL to end failed", failure);
        }
    }
}
