package io.writ.evidence.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Budget;
import io.writ.evidence.Claim;
import io.writ.evidence.ClaimIdentity;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.Fingerprints;
import io.writ.evidence.PolicySnapshotIdentity;
import io.writ.evidence.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of PECR v1 that need no evidence unit. */
class PecrVectorsTest {

    private static final Digest BUNDLE = new Digest("a".repeat(64));

    @Test
    void abcHasItsWellKnownHash() {
        String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(Digest.of("abc").hex()).isEqualTo(hash);
        assertThat(Digest.isDigest(hash.substring(1))).isFalse();
        assertThat(Digest.isDigest(hash + "00")).isFalse();
        assertThat(Digest.isDigest(hash.toUpperCase(Locale.ROOT))).isFalse();
    }

    @Test
    void objectsAreSortedAndArraysAreNot() {
        assertThat(PecrJson.text(StrictJson.parse("{\"b\":1,\"a\":{\"d\":4,\"c\":3}}")))
                .isEqualTo("{\"a\":{\"c\":3,\"d\":4},\"b\":1}");
        assertThat(PecrJson.text(StrictJson.parse("{\"a\":[{\"b\":2},{\"a\":1}]}")))
                .isEqualTo("{\"a\":[{\"b\":2},{\"a\":1}]}");
    }

    @Test
    void keysAreSortedByCodePointUnlikeInTheRfc() {
        assertThat(PecrJson.text(StrictJson.parse("{\"\\ud83d\\ude00\":1,\"\\ufb33\":2}")))
                .isEqualTo("{\"\ufb33\":2,\"\ud83d\ude00\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1.0",
        "-7, -7",
        "18446744073709551615, 18446744073709551615",
        "18446744073709551616, 1.8446744073709552e19",
        "0.00001, 0.00001",
        "0.000001, 1e-6",
        "1e15, 1000000000000000.0",
        "1e16, 1e16",
        "123456789012345680.0, 1.2345678901234568e17",
        "4.50, 4.5",
    })
    void numbersKeepTheKindTheyWereWrittenIn(String written, String expected) {
        assertThat(PecrJson.text(StrictJson.parse(written))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                "[] | 4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
                "{\"b\":1,\"a\":{\"d\":4,\"c\":3}} | 943d56ce0b02b80a8afcd12d849426226b68f2d8cd2840af8f6f93067f14c360",
                "{\"z\":1,\"a\":{\"y\":true,\"b\":[2,1]}}"
                        + " | 48653e61611413ac35e81953bfc932601253458f4db165309c2bef687b0e6ea5",
                "{\"principal_id\":\"dev\"} | 5db1c5e4410a534d9875292f115306a3a6e3ea5f0677032ec9e84f69bf35cda7",
                "{\"deny_fields\":[\"admin_note\",\"injection_note\"]}"
                        + " | 2cfde533e8d17ea1a98cd71b68bc187e5406176b030092bf59911d773875f115",
            })
    void documentsHashAsPecrHashesThem(String json, String hash) {
        assertThat(Digest.ofPecrJson(StrictJson.parse(json)).hex()).isEqualTo(hash);
    }

    @Test
    void textIsNormalisedBeforeItIsHashed() {
        String text = "line1\r\nline2\rline3\ne\u0301";

        assertThat(CanonicalText.of(text)).isEqualTo("line1\nline2\nline3\n\u00e9");
        assertThat(Digest.ofCanonicalText(text).hex())
                .isEqualTo("d52ff4b5180c67ad6fe236f9fb3bd7c0eb418d100d35c6482f41dbb657a4822c");
    }

    @Test
    void attributesHash() {
        assertThat(Fingerprints.attributes(StrictJson.parseObject("{\"dept\":\"eng\"}"))
                        .hex())
                .isEqualTo("f76ac232fe24bf5e21d4289ea46d8592fe4a153b0bfde8475291678cdd27fdbd");
    }

    @Test
    void policySnapshotsHash() {
        assertThat(local("dev")).isEqualTo("fbaa1a39f1f98474a7eded447a9d1df4c7f150a9fb1e9e4e87d70057e8f5c5df");
        assertThat(local("support")).isEqualTo("c293eb471e848d49facd6169427c5ef7a3cb30c1bbdd63921824dfd6da3b1816");
    }

    @Test
    void rolesAreAnUnorderedPartOfThePolicySnapshot() {
        String expected = "ddeb4ebb2a77a58a336d928ed1282b938984aa41cb9a65b015f417c83776a9c8";

        assertThat(withRoles(List.of("a", "z"))).isEqualTo(expected);
        assertThat(withRoles(List.of("z", "a"))).isEqualTo(expected);
    }

    @Test
    void claimsHash() {
        Claim supported =
                new Claim("supported claim", ClaimStatus.SUPPORTED, List.of(EvidenceId.of("a".repeat(64))), List.of());
        Claim unknown = new Claim("supported claim", ClaimStatus.UNKNOWN, List.of(), List.of());

        assertThat(ClaimIdentity.of(supported).hex())
                .isEqualTo("24dbfdf59e105614c1f0240776e5cb77e33c049d4a993fcc87524dcd4c61d165");
        assertThat(ClaimIdentity.of(unknown).hex())
                .isEqualTo("1780af301a529ff2d353a78405283995383e71096339ed04bc30e7b35b0a9c84");
    }

    @Test
    void requestsHash() {
        assertThat(Fingerprints.params(StrictJson.parseObject("{\"object_id\":\"public/public_1.txt\"}"))
                        .hex())
                .isEqualTo("a88dc8c7bd5e3c5738d6fbd06b8a017bf4b9a8966422af7537452d468ff2c4de");
        assertThat(Digest.of("public/public_1.txt").hex())
                .isEqualTo("3ddc1f08c9015ee71b321b62c572733ac1bf0de7262f5ed9acda87f2a346e69b");
        assertThat(Fingerprints.fields(List.of("status", "plan_tier")).hex())
                .isEqualTo("b9b581050bd154c3033e116c843874349c83e458a430fc9c6dbc3ea0256c97e5");
    }

    @Test
    void budgetsHash() {
        assertThat(Fingerprints.budget(new Budget(10, 1_048_576, 10_000, 5, OptionalInt.of(4)))
                        .hex())
                .isEqualTo("2766f1f773f5c2524151d528b3265a27dcb97b31bc344dfc0b688d817a10a62d");
        assertThat(Fingerprints.budget(new Budget(10, 1_048_576, 1_000, 3, OptionalInt.empty()))
                        .hex())
                .isEqualTo("bd9d20244c4b8878b71b6a02075145268d86a8180e07f9dc22859db3e3369956");
    }

    private static String local(String principal) {
        return new PolicySnapshotIdentity(
                        principal,
                        "local",
                        List.of(),
                        Fingerprints.attributes(StrictJson.parseObject("{}")),
                        BUNDLE,
                        Instant.EPOCH)
                .hash()
                .hex();
    }

    private static String withRoles(List<String> roles) {
        return new PolicySnapshotIdentity(
                        "principal",
                        "tenant",
                        roles,
                        new Digest("a".repeat(64)),
                        new Digest("b".repeat(64)),
                        Instant.EPOCH)
                .hash()
                .hex();
    }
}
