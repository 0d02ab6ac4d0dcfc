package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the log depends on no clock: nodes whose clocks are two hours apart write one log. */
class SkewedClocksIT {

    private static final int ENOUGH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where Debian and others put the library that gives a process another time. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private static final String SPREAD_IN_SECONDS = """
            select extract(epoch from max(occurred_at) - min(occurred_at))::bigint::text from writ.decision
             where ? = ''""";

    @Test
    void nodesWhoseClocksAreHoursApartWriteOneLogAndRelieveEachOther(@TempDir Path folder) {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(Path.of(""));
        Assumptions.assumeTrue(
                Files.isRegularFile(library), "SKIPPED: libfaketime is absent, so no clock was set to another time");
        List<Map<String, String>> clocks = Stream.of("+0", "+1h", "-1h")
                // All clocks of a process move alike: one that moves only the wall's makes waiting threads hang.
                .map(offset -> Map.of("LD_PRELOAD", library.toString(), "FAKETIME", offset))
                .toList();
        try (Cluster cluster = Cluster.start(folder, clocks);
                Acknowledged traffic = Acknowledged.by(cluster.nodes())) {
            Wholeness whole = new Wholeness(cluster);
            for (int leaders = 0; leaders < 2; leaders++) {
                traffic.awaitMore(ENOUGH);
                ClusterNode leader = cluster.leader();
                leader.kill();
                long size = whole.treeSize();
                Patience.await(PATIENCE, "nobody took over", () -> whole.treeSize() > size);
                leader.restart();
            }
            traffic.awaitMore(ENOUGH);
            whole.assertWhole(traffic.stopped());
            long spread = Long.parseLong(
                    cluster.records().texts(SPREAD_IN_SECONDS, "").getFirst());
            assertThat(Duration.ofSeconds(spread))
                    .as("the clocks were really apart")
                    .isGreaterThan(Duration.ofMinutes(110));
        }
    }
}
