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
    void anEntryHashesThePreviousOneItsPlaceAndItsLeaf() {
        // 02 || genesis || 0000000000000007 || 0000000000000001 || leaf
        Digest genesis = LedgerHash.genesis(7, BOOT, "node-ä");
        Digest leaf = LedgerHash.leaf("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(LedgerHash.entry(genesis, 7, 1, leaf).hex())
                .isEqualTo("e411322232ed6cad200375488c663101bf23bf617a60ae7b35cf8edd7d6687f4");
    }
}
