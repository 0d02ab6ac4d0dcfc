package io.writ.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The page that verifies a writ, open in a real browser. */
final class VerifyPage implements AutoCloseable {

    static final Path FILE = TestServer.ROOT.resolve("docs/verify.html");

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver browser;
    private final Path folder;

    private VerifyPage(ChromeDriver browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    /** Skips the test where there is no browser. */
    static VerifyPage open(Path folder) {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "SKIPPED: no Chromium with ChromeDriver; the page that verifies was not tried in a browser");
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
        ChromeDriver browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        return new VerifyPage(browser, folder);
    }

    /** Loads it from here. */
    void load(String address) {
        browser.get(address);
    }

    /** Types a key into it, and waits until the result begins so. */
    void type(String key, String headline) {
        browser.findElement(By.id("key")).sendKeys(key);
        Patience.await(PATIENCE, "the key was not taken", () -> text().startsWith(headline));
    }

    /** Types a key before there is a file. */
    void type(String key) {
        browser.findElement(By.id("key")).sendKeys(key);
    }

    /** What it says of a file. */
    String result(byte[] writ) throws IOException {
        Path file = Files.write(folder.resolve("writ.json"), writ);
        browser.executeScript("document.getElementById('result').hidden = true");
        browser.findElement(By.id("file")).clear();
        browser.findElement(By.id("file")).sendKeys(file.toString());
        Patience.await(PATIENCE, "the page said nothing", () -> !text().isEmpty());
        return text();
    }

    String text() {
        return browser.findElement(By.id("result")).getText();
    }

    @Override
    public void close() {
        browser.quit();
    }
}
