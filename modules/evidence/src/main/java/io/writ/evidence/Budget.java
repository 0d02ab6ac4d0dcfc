package io.writ.evidence;

import java.util.OptionalInt;

/**
 * What one session may spend. Ranges are PECR's; zero bytes means no byte limit for operator calls.
 *
 * @param operatorCallsMax 0 to 10,000
 * @param bytesMax 0 to 64 MiB
 * @param wallclockMillisMax 0 to 300,000; zero means no limit
 * @param stepsMax 0 to 20; on the wire {@code max_recursion_depth}
 * @param parallelismMax 1 to 256; absent means 1
 */
public record Budget(
        int operatorCallsMax, int bytesMax, int wallclockMillisMax, int stepsMax, OptionalInt parallelismMax) {

    private static final int BYTES_LIMIT = 64 * 1024 * 1024;

    public Budget {
        requireRange("max_operator_calls", operatorCallsMax, 0, 10_000);
        requireRange("max_bytes", bytesMax, 0, BYTES_LIMIT);
        requireRange("max_wallclock_ms", wallclockMillisMax, 0, 300_000);
        requireRange("max_recursion_depth", stepsMax, 0, 20);
        parallelismMax.ifPresent(parallelism -> requireRange("max_parallelism", parallelism, 1, 256));
    }

    public int parallelism() {
        return parallelismMax.orElse(1);
    }

    private static void requireRange(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + " out of range");
        }
    }
}
