package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the policy guide asks a server works as pasted, but for port and folder, which differ in a test. */
class PolicyGuideIT {

    @Test
    void theQuestionOfTheGuideIsAnsweredWithTheApprovalItNeeds() throws IOException, InterruptedException {
        LocalInstance instance = TestServer.shared();
        String guide = Files.readString(TestServer.ROOT.resolve("docs/POLICY.md"));
        String rest = guide.substring(guide.indexOf("<!-- with a server -->\n```bash\n") + 31);
        String command = rest.substring(0, rest.indexOf("```"))
                .replace("http://127.0.0.1:8080", instance.server().base().toString())
                .replace("cat .writ/local-secret", "printf %s '" + instance.secret() + "'");
        assertThat(command).startsWith("curl ");

        String answer = bash("set -eu\n" + command);

        assertThat(answer)
                .contains("\"allow\":false", "obligation.unsupported", "obligation.approval")
                .doesNotContain("ERR_");
        assertThat(bash("set -eu\n" + command.replace(",\"purpose\":\"product_recall\"", "")))
                .contains("view_not_granted");
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("guide", ".sh");
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
