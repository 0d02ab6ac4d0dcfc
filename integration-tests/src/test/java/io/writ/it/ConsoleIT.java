package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.writ.cli.server.LocalInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The console in a real browser with JavaScript switched off. */
class ConsoleIT {

    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        var binary = BROWSERS.stream().filter(Files::isExecutable).findFirst();
        if (binary.isEmpty() || !Files.isExecutable(DRIVER)) {
            System.err.println("SKIPPED: no Chromium with ChromeDriver on this machine; the console was not tried in a"
                    + " browser. ConsolePagesIT checked its HTML.");
        }
        assumeTrue(binary.isPresent() && Files.isExecutable(DRIVER));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--blink-settings=scriptEnabled=false");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aReaderGoesFromTheRunListToDecisionsAndEvidenceWithoutJavaScript() {
        LocalInstance instance = TestServer.shared();
        Api.of(instance, "dev").post("/v1/run", "{\"query\":\"When do orders leave the roastery?\"}");
        String base = instance.server().base().toString();

        browser.get(base.replace("http://", "http://dev:" + instance.secret() + "@") + "/");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isNotBlank();
        assertThat(browser.findElement(By.tagName("body")).getText())
                .contains("When do orders leave the roastery?", "Supported");

        browser.findElement(By.partialLinkText("When do orders leave")).click();
        assertThat(browser.getCurrentUrl()).contains("/console/runs/");
        String page = browser.findElement(By.tagName("body")).getText();
        assertThat(page).contains("shipping_policy.txt", "Tuesday and Friday", "create_session", "finalize");
        assertThat(browser.findElements(By.tagName("script"))).isEmpty();
    }
}
