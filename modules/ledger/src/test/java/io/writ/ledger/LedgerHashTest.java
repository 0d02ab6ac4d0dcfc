package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected values were computed outside of Java, with a SHA-256 command over the bytes that each comment names. */
class LedgerHashTest {

    private static final UUID BOOT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void aLeafHashesItsPrefixAndTheRecord() {
        // 10 || "{}"
        assertThat(LedgerHash.leaf("{}".getBytes(StandardCharsets.UTF_8)).hex())
                .isEqualTo("c813dbf3f47ce80f6ca30cfb323fa9654e2a21425d1c16d89b14bfd2f4337a88");
    }

    @Test
    void aGenesisHashesLaneBootAndNode() {
        // 03 || 0000000000000007 || 00112233445566778899aabbccddeeff || "node-ä"
        assertThat(LedgerHash.genesis(7, BOOT, "node-ä").hex())
                .isEqualTo("88cbcc62bf19e390561c20f7197a9f245074a97f04873eeea7764c4b4c072a83");
    }

    @Test
    void anEntryHashesThePreviousOneItsPlaceItsKindAndItsLeaf() {
        // 02 || genesis || 0000000000000007 || 0000000000000001 || 02 || leaf
        Digest genesis = LedgerHash.genesis(7, BOOT, "node-ä");
        Digest leaf = LedgerHash.leaf("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(LedgerHash.entry(genesis, 7, 1, EntryKind.DECISION, leaf).hex())
                .isEqualTo("fa735b54d10f017cde6f65eac14094958d76519f091cbacfcfc998edae90f420");
    }
}
