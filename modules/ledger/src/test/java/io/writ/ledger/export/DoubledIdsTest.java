package io.writ.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.persistence.EntryView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubledIdsTest {

    private static final int ENTRIES = 1_000;

    @TempDir
    private Path folder;

    @Test
    void everyEntryOfADoubledIdIsShownHoweverFewIdsAreKeptAtATime() throws IOException {
        Path file = folder.resolve("entries");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int seq = 1; seq <= ENTRIES; seq++) {
                // The last two have ids of others.
                UUID id = new UUID(7, seq < ENTRIES - 1 ? seq : seq - ENTRIES + 11);
                out.write(new EntryView().place(1, seq, 2).record(id).packed());
            }
        }
        try (FileChannel channel = FileChannel.open(file)) {
            var table = new Table(List.of(new Region("entries", channel, 0, channel.size())), EntryView.LENGTH);
            for (int kept : new int[] {7, 100, 5_000}) {
                List<Long> shown = new ArrayList<>();
                new DoubledIds(table, kept).show(entry -> shown.add(entry.seq()));
                assertThat(shown).as("%d at a time", kept).containsExactly(10L, 999L, 11L, 1_000L);
            }
        }
    }
}
