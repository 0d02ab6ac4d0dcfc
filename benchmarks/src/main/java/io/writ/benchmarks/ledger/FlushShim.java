package io.writ.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Adds one millisecond to every flush of a server that is started behind it. Needs a C compiler. */
final class FlushShim {

    /** The same text whichever call the server makes to get its log to disk. */
    private static final String SOURCE = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <time.h>
            static void wait_a_millisecond(void) { struct timespec t = {0, 1000000}; nanosleep(&t, 0); }
            int fdatasync(int fd) {
              static int (*next)(int);
              if (!next) next = (int (*)(int)) dlsym(RTLD_NEXT, "fdatasync");
              wait_a_millisecond();
              return next(fd);
            }
            int fsync(int fd) {
              static int (*next)(int);
              if (!next) next = (int (*)(int)) dlsym(RTLD_NEXT, "fsync");
              wait_a_millisecond();
              return next(fd);
            }
            """;

    private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

    private FlushShim() {}

    /** The environment of a slow server; nothing when there is no compiler. */
    static Optional<Map<String, String>> environment(Path directory) throws IOException {
        Path source = Files.writeString(directory.resolve("flush.c"), SOURCE);
        Path library = directory.resolve("flush.so").toAbsolutePath();
        for (String compiler : COMPILERS) {
            if (compiles(List.of(
                    compiler, "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl"))) {
                return Optional.of(Map.of("LD_PRELOAD", library.toString()));
            }
        }
        return Optional.empty();
    }

    private static boolean compiles(List<String> command) {
        try {
            Process compiler = new ProcessBuilder(command).inheritIO().start();
            return compiler.waitFor(1, TimeUnit.MINUTES) && compiler.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
