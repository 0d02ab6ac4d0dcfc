package io.writ.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPolicyCommandTest {

    private static final Path DIST = Path.of("../opa/dist");
    private static final String CATALOGUE = "../config/catalogue.json";

    @TempDir
    private Path folder;

    @Test
    void theShippedPolicyIsClean() {
        Outcome outcome = check(DIST);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).matches("Policy 1\\+sha256:[0-9a-f]{16}: nothing found\\.\n");
    }

    @Test
    void anErrorIsPrintedWithItsPlaceAndEndsWithOne() throws IOException {
        Outcome outcome = check(withData("\"masks\":[\"email\",\"phone\"]", "\"masks\":[\"iban\"]"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("ERROR data.json#/writ/authz/roles/analyst/obligations/masks role.analyst")
                .contains("there is no mask iban; name one of email, phone, or define it")
                .contains("1 error, ")
                .contains("a server refuses to activate it.");
    }

    @Test
    void aWarningAloneEndsWithZero() throws IOException {
        Outcome outcome = check(withData("\"board\":\"No role reads the minutes of the board yet.\",", ""));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("WARNING", "policy.check.uncovered_view", "0 errors, 1 warning");
    }

    @Test
    void jsonIsForPrograms() throws IOException {
        Outcome outcome = Outcome.of(
                Map.of(),
                "policy",
                "check",
                "--json",
                "--catalogue",
                CATALOGUE,
                "--bundle",
                withData("\"masks\":[\"email\",\"phone\"]", "\"masks\":[\"iban\"]")
                        .toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .startsWith("{\"revision\":")
                .contains("\"severity\":\"error\"", "\"code\":\"policy.check.unknown_reference\"");
    }

    @Test
    void anArchiveIsReadWithoutUnpackingIt() throws IOException {
        Outcome outcome = check(archive());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).matches("Policy 1\\+sha256:[0-9a-f]{16}: nothing found\\.\n");
    }

    @Test
    void whatCannotBeReadSaysSoAndEndsWithTwo() throws IOException {
        assertThat(check(folder.resolve("nowhere")).exitCode()).isEqualTo(2);
        assertThat(check(folder.resolve("nowhere")).errors()).contains("cannot read", "nowhere");
        assertThat(check(folder).errors()).contains("has no plan.json");
        Path text = Files.writeString(folder.resolve("text"), "no archive");
        assertThat(check(text).errors()).contains("is not a bundle as opa build writes it");
        Path half = Files.write(folder.resolve("half"), head(Files.readAllBytes(archive())));
        assertThat(check(half).exitCode()).isEqualTo(2);
        Path broken = withData("{", "");
        assertThat(check(broken).errors()).contains("data.json is not what it should be");
    }

    @Test
    void aPlanThatCannotBeEvaluatedIsNotChecked() throws IOException {
        Path bundle = withData("{", "{");
        Files.writeString(bundle.resolve("plan.json"), "{}");
        Outcome outcome = check(bundle);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).contains("cannot be evaluated");
    }

    private static Outcome check(Path bundle) {
        return Outcome.of(Map.of(), "policy", "check", "--catalogue", CATALOGUE, "--bundle", bundle.toString());
    }

    private static byte[] head(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    /** The shipped policy with one change of its data. */
    private Path withData(String before, String after) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("changed"));
        String data = Files.readString(DIST.resolve("data.json"));
        assertThat(data).contains(before);
        Files.writeString(copy.resolve("data.json"), data.replace(before, after));
        Files.write(copy.resolve("plan.json"), Files.readAllBytes(DIST.resolve("plan.json")));
        return copy;
    }

    /** As opa writes it: names with a leading slash, sizes in octal, blocks of 512 bytes. */
    private Path archive() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        entry(tar, "/plan.json", Files.readAllBytes(DIST.resolve("plan.json")));
        entry(tar, "/data.json", Files.readAllBytes(DIST.resolve("data.json")));
        entry(tar, "/.manifest", Files.readAllBytes(DIST.resolve("manifest.json")));
        tar.writeBytes(new byte[1024]);
        Path file = folder.resolve("bundle.tar.gz");
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(tar.toByteArray());
        }
        return file;
    }

    private static void entry(ByteArrayOutputStream tar, String name, byte[] content) {
        byte[] header = new byte[512];
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(path, 0, header, 0, path.length);
        byte[] size = String.format(Locale.ROOT, "%011o", content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, header, 124, size.length);
        header[156] = '0';
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte each : header) {
            sum += Byte.toUnsignedInt(each);
        }
        byte[] checksum = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, header, 148, checksum.length);
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
    }
}
