package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The page that verifies a writ in a browser: what it may do, and that it finds what the command finds. */
class VerifyPageIT {

    private static final Path PAGE = TestServer.ROOT.resolve("docs/verify.html");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "SKIPPED: no Chromium with ChromeDriver; the page that verifies was not tried in a browser");
        byte[] writ = WritFiles.of(dev, WritFiles.run(dev, "When do orders leave the roastery?"));
        String key = WritFiles.publicKey();
        var command = new WritVerifier(List.of(SealKey.parse(key)), List.of());
        ChromeDriver browser = open();
        try {
            for (String address : List.of(
                    TestServer.shared().server().base() + "/verify",
                    PAGE.toUri().toString())) {
                browser.get(address);
                assertThat(result(browser, writ)).startsWith("Consistent, not proven");
                browser.findElement(By.id("key")).sendKeys(key);
                Patience.await(
                        PATIENCE, "the key was not taken", () -> text(browser).startsWith("Proven"));
                assertThat(text(browser)).contains("Not proven", "SUPPORTED");
            }
            for (int index = 0; index < writ.length; index += writ.length / 60) {
                byte[] changed = writ.clone();
                changed[index] ^= 1;
                WritReport expected = command.verify(changed);
                String told = result(browser, changed);
                expected.found()
                        .forEach(
                                found -> assertThat(told).contains(found.fault().code(), found.place()));
            }
        } finally {
            browser.quit();
        }
    }

    private String result(ChromeDriver browser, byte[] writ) throws IOException {
        Path file = Files.write(folder.resolve("writ.json"), writ);
        browser.executeScript("document.getElementById('result').hidden = true");
        browser.findElement(By.id("file")).clear();
        browser.findElement(By.id("file")).sendKeys(file.toString());
        Patience.await(PATIENCE, "the page said nothing", () -> !text(browser).isEmpty());
        return text(browser);
    }

    private static String text(ChromeDriver browser) {
        return browser.findElement(By.id("result")).getText();
    }

    private static ChromeDriver open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage");
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
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
