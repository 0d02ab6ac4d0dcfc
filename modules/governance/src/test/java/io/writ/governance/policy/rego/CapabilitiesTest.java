package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.writ.governance.policy.rego.builtin.Builtins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code opa/capabilities.json} lets {@code opa build} refuse what this evaluator lacks. To write it anew after a
 * builtin came or went, set {@code WRIT_WRITE_CAPABILITIES=1} and run this test where {@code opa} is.
 */
class CapabilitiesTest {

    private static final Path FILE = Path.of("..", "..", "opa", "capabilities.json");

    @Test
    void theFileNamesExactlyTheBuiltinsThereAre() throws IOException {
        assertThat(CapabilitiesFile.names(Files.readString(FILE)))
                .isEqualTo(CapabilitiesFile.supported(Builtins.names()));
    }

    @Test
    void theFileSaysOfThemWhatOpaSays() throws IOException {
        assumeTrue(OpaExecutable.isPresent(), "opa is needed to compare");
        String expected = CapabilitiesFile.filtered(
                OpaExecutable.run(Path.of("."), "capabilities", "--current").text());
        if ("1".equals(System.getenv("WRIT_WRITE_CAPABILITIES"))) {
            Files.writeString(FILE, expected);
        }

        assertThat(Files.readString(FILE)).isEqualTo(expected);
    }

    @Test
    void nothingThatDependsOnTheMomentOnChanceOrOnTheNetworkIsThere() {
        assertThat(Builtins.names())
                .doesNotContain(
                        "http.send",
                        "time.now_ns",
                        "rand.intn",
                        "uuid.rfc4122",
                        "opa.runtime",
                        "net.lookup_ip_addr",
                        "io.jwt.decode_verify",
                        "io.jwt.encode_sign",
                        "io.jwt.encode_sign_raw");
    }
}
