package io.writ.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.writ.evidence.StrictJson;
import io.writ.governance.writ.Fault;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import io.writ.ledger.LogKey;
import io.writ.ledger.proof.SealKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over the example of the format's page, whose records the product wrote; WritIT has a file of a server. */
class VerifyWritCommandTest {

    private static final Path FORMATS = Path.of("..", "docs", "formats");
    private static final Path WRIT = FORMATS.resolve("writ-of-an-answer.example.json");
    private static final Path KEY = FORMATS.resolve("writ-of-an-answer.example.key");

    @TempDir
    private Path folder;

    @Test
    void whatHoldsUnderAGivenKeyIsProvenOnOneScreen() {
        Outcome outcome = verify(WRIT, "--key", KEY.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("PROVEN.").contains("Proven:", "By:", "Not proven:");
        assertThat(outcome.output().lines().toList())
                .hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void aKeyMayBeWrittenOut() throws IOException {
        assertThat(verify(WRIT, "--key", Files.readString(KEY).strip()).exitCode())
                .isZero();
    }

    @Test
    void withoutAKeyItIsConsistentAndThatIsSaid() {
        Outcome outcome = verify(WRIT);

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.output()).startsWith("CONSISTENT, NOT PROVEN.").contains("that this key is the log's");
    }

    @Test
    void theKeyOfALocalInstanceIsUsedByItself() throws IOException {
        Files.writeString(folder.resolve("ledger-key"), LogKey.mint("writ.local/other"));

        Outcome outcome = verify(WRIT);

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.output())
                .startsWith("SIGNED UNDER ANOTHER KEY. Nothing is proven under the key in")
                .contains("code: key.other", "get this one from those who run the log", "that this key is the log's")
                .doesNotContain("\nProven:");
    }

    @Test
    void aKeyThatNobodyGaveIsNamed() throws IOException {
        Files.copy(KEY, folder.resolve("ledger-key"));

        Outcome outcome = verify(WRIT);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output().replace("\n", ""))
                .startsWith("PROVEN. Everything below holds under the key in ")
                .contains(folder.resolve("ledger-key") + ".")
                .doesNotContain("you gave");
    }

    @Test
    void aWritUnderAnotherKeyThatDoesNotHoldEitherIsBroken() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), LogKey.publicKey(LogKey.mint("writ.local/other")));
        String text = Files.readString(WRIT);
        int signature = text.indexOf("\"sig\":\"") + 10;
        Path changed = Files.writeString(
                folder.resolve("changed"),
                text.substring(0, signature)
                        + (text.charAt(signature) == 'A' ? 'B' : 'A')
                        + text.substring(signature + 1));

        assertThat(verify(changed, "--key", other.toString()).exitCode()).isEqualTo(1);
    }

    @Test
    void anotherKeyThanTheLogsIsAReasonNotToTrust() throws IOException {
        Path other = folder.resolve("other");
        Files.writeString(other, LogKey.publicKey(LogKey.mint("writ.local/other")));

        Outcome outcome = verify(WRIT, "--key", other.toString(), "--json");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(StrictJson.parseObject(outcome.output().strip())
                        .getJsonArray("found")
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo(Fault.KEY_OTHER.code());
    }

    @Test
    void whatIsNoWritCannotBeRead() throws IOException {
        Path nonsense = folder.resolve("nonsense");
        Files.writeString(nonsense, "nonsense");

        assertThat(verify(nonsense).exitCode()).isEqualTo(2);
        assertThat(verify(nonsense).output()).contains("code: envelope.malformed");
        assertThat(verify(folder.resolve("absent")).exitCode()).isEqualTo(2);
        assertThat(verify(folder.resolve("absent")).errors()).contains("there is no file");
        assertThat(verify(folder).exitCode()).isEqualTo(2);
        assertThat(verify(WRIT, "--key", "nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void everyChangedByteOfTheExampleIsFoundAndItsPartIsNamed() throws IOException {
        byte[] writ = Files.readAllBytes(WRIT);
        SealKey key = SealKey.parse(Files.readString(KEY).strip());
        var verifier = new WritVerifier(List.of(key), List.of());

        IntStream.range(0, writ.length).parallel().forEach(index -> {
            byte[] changed = writ.clone();
            changed[index] ^= (byte) (1 << (index % 8));
            WritReport report = verifier.verify(changed);
            assertThat(report.verdict())
                    .as("byte %d", index)
                    .isIn(WritReport.Verdict.BROKEN, WritReport.Verdict.UNREADABLE);
            assertThat(report.found().getFirst().place()).as("byte %d", index).isNotBlank();
        });
    }

    @Test
    void aTruncatedFileIsNotRead() throws IOException {
        byte[] writ = Files.readAllBytes(WRIT);
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(writ, writ.length - 1));

        assertThat(verify(cut, "--key", KEY.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void textOfStrangersDoesNotMoveTheCursor() throws IOException {
        Outcome outcome = verify(WRIT, "--key", KEY.toString());

        assertThat(outcome.output().chars()).noneMatch(c -> c < ' ' && c != '\n');
    }

    @Test
    void withoutAKeyOfTheLogNoneIsSaidToBeGiven() throws IOException {
        assertThat(heldAgainst(WRIT, "--json")).isEqualTo("the key in the file itself");
        assertThat(heldAgainst(WRIT, "--json", "--key", KEY.toString())).isEqualTo("a key that you gave");
        String witness = LogKey.publicKey(LogKey.mintWitness("witness.example"));
        assertThat(heldAgainst(WRIT, "--json", "--key", witness))
                .isEqualTo("the key in the file itself, and witnesses that you gave");
    }

    private String heldAgainst(Path file, String... more) {
        return StrictJson.parseObject(verify(file, more).output().strip()).getString("held_against");
    }

    @Test
    void controlCharactersInJsonAreEscapedAndMeanTheSame() throws IOException {
        Path turned = Files.createDirectory(folder.resolve("turned\u007f"));
        Files.copy(KEY, turned.resolve("ledger-key"));

        Outcome outcome = Outcome.of(Map.of(), "verify", WRIT.toString(), "--data", turned.toString(), "--json");

        assertThat(outcome.output()).contains("turned\\u007f").doesNotContain("\u007f");
        assertThat(StrictJson.parseObject(outcome.output().strip()).getString("held_against"))
                .isEqualTo("the key in " + turned.resolve("ledger-key"));
    }

    private Outcome verify(Path file, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "verify";
        arguments[1] = file.toString();
        arguments[2] = "--data";
        arguments[3] = folder.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Outcome.of(Map.of(), arguments);
    }
}
