package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The curl session of the README works as pasted, but for port and folder, which differ in a test. */
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCurlSessionOfTheReadmeWorksAsPasted() throws IOException, InterruptedException {
        LocalInstance instance = TestServer.shared();
        String readme = Files.readString(TestServer.ROOT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## A session with curl"));
        List<String> blocks = BLOCK.matcher(section.substring(0, section.indexOf("\n## ", 4)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);

        String script = String.join("\necho '#'\n", blocks)
                .replace("http://127.0.0.1:8080", instance.server().base().toString())
                .replace("cat .writ/local-secret", "printf %s '" + instance.secret() + "'");
        String output = bash("set -eu\n" + script);

        assertThat(output).contains("\"SUPPORTED\"", "evidence_unit_id", "\"claim_map\"");
        assertThat(output).doesNotContain("ERR_");
    }

    @Test
    void everyFileTheReadmePointsToExists() throws IOException {
        String readme = Files.readString(TestServer.ROOT.resolve("README.md"));
        Matcher links = Pattern.compile("\\]\\(([^)#h][^)#]*)").matcher(readme);

        assertThat(links.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(TestServer.ROOT.resolve(link)).exists());
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("readme", ".sh");
        Files.writeString(file, script);
        Process process = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
