package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import io.writ.governance.writ.Fault;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import io.writ.ledger.proof.SealKey;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that verifies a writ in a browser: what it may do, and that it finds what the command finds. */
class VerifyPageIT {

    private static final Path PAGE = VerifyPage.FILE;

    private final Api dev = Api.of(TestServer.shared(), "dev");

    @TempDir
    private Path folder;

    @Test
    void theServerSendsThePageAsItIsUnderItsOwnPolicy() throws Exception {
        Answer served = Api.anonymous(TestServer.shared()).get("/verify");

        assertThat(served.text()).isEqualTo(Files.readString(PAGE));
        assertThat(served.header("content-security-policy"))
                .contains(
                        "default-src 'none'",
                        "connect-src 'none'",
                        "script-src '" + hash("script") + "'",
                        "style-src '" + hash("style") + "'",
                        "frame-ancestors 'none'");
    }

    @Test
    void thePageNamesNothingThatWouldHaveToBeLoaded() throws IOException {
        assertThat(Files.readString(PAGE))
                .doesNotContain(" src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML", "eval(")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void thePageAndTheCommandHaveTheSameCodesAndWords() throws IOException {
        Matcher table = Pattern.compile("const FAULTS = (\\{.*?\\n\\});", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(table.find()).isTrue();
        JsonObject faults = StrictJson.parseObject(table.group(1));

        assertThat(faults.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Fault.values()).map(Fault::code).toList());
        for (Fault fault : Fault.values()) {
            JsonArray told = faults.getJsonArray(fault.code());
            assertThat(told.getBoolean(0)).as(fault.code()).isEqualTo(fault.isUnreadable());
            assertThat(told.getString(1)).isEqualTo(fault.sentence());
        }
        String format = Files.readString(TestServer.ROOT.resolve("docs/formats/writ-of-an-answer.md"));
        assertThat(faults.keySet()).allSatisfy(code -> assertThat(format).contains("`" + code + "`"));
    }

    @Test
    void aRealBrowserProvesAWritAndFindsEachChangeAsTheCommandDoes() throws Exception {
        try (VerifyPage page = VerifyPage.open(folder)) {
            byte[] writ = WritFiles.of(dev, WritFiles.run(dev, "When do orders leave the roastery?"));
            String key = WritFiles.publicKey();
            var command = new WritVerifier(List.of(SealKey.parse(key)), List.of());
            for (String address : List.of(
                    TestServer.shared().server().base() + "/verify",
                    VerifyPage.FILE.toUri().toString())) {
                page.load(address);
                assertThat(page.result(writ)).startsWith("Consistent, not proven");
                page.type(key, "Proven");
                assertThat(page.text()).contains("Not proven", "SUPPORTED");
            }
            for (int index = 0; index < writ.length; index += writ.length / 60) {
                byte[] changed = writ.clone();
                changed[index] ^= 1;
                WritReport expected = command.verify(changed);
                String told = page.result(changed);
                expected.found()
                        .forEach(
                                found -> assertThat(told).contains(found.fault().code(), found.place()));
            }
        }
    }

    private static String hash(String element) throws Exception {
        Matcher content = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(content.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
