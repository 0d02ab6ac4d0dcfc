package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.writ.governance.policy.rego.builtin.Builtins;
import io.writ.governance.policy.rego.builtin.RefusedBuiltins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
        assumeTrue(OpaExecutable.isPresent(), "opa is needed to say which these are");
        String all =
                OpaExecutable.run(Path.of("."), "capabilities", "--current").text();

        assertThat(Builtins.names()).doesNotContainAnyElementsOf(CapabilitiesFile.nonDeterministic(all));
    }

    @Test
    void eachBuiltinOfOpaIsThereOrRefusedWithAReason() {
        assumeTrue(OpaExecutable.isPresent(), "opa is needed to compare");
        Set<String> missing = CapabilitiesFile.names(
                OpaExecutable.run(Path.of("."), "capabilities", "--current").text());
        missing.removeAll(CapabilitiesFile.supported(Builtins.names()));

        assertThat(RefusedBuiltins.names()).isEqualTo(missing);
        System.out.println("builtins: " + Builtins.names().size() + " available, " + missing.size() + " refused");
    }
}
