package io.writ.governance.policy.bundle.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.bundle.source.BundleSource.Look;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UrlSourceTest {

    private static final byte[] ARCHIVE = new Workshop().with("plan.json", "{}").archive();

    private final ScriptedServer server = ScriptedServer.start();
    private final UrlSource source = new UrlSource(server.address(), Optional.of("secret-token"));

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aBundleIsFetchedWithTheTokenAndAskedForByItsTagAfterwards() {
        server.say("200 OK\r\nETag: \"one\"", ARCHIVE);
        Look.Found found = (Look.Found) source.look(Optional.empty());
        server.say("304 Not Modified", new byte[0]);

        assertThat(source.look(Optional.of(found.edition()))).isEqualTo(new Look.Unchanged());
        assertThat(server.requests().getFirst())
                .contains("Authorization: Bearer secret-token")
                .doesNotContain("If-None-Match");
        assertThat(server.requests().getLast()).contains("If-None-Match: \"one\"");
    }

    @Test
    void aServerWithoutTagsIsComparedByContent() {
        server.say("200 OK", ARCHIVE);
        Look.Found found = (Look.Found) source.look(Optional.empty());

        assertThat(source.look(Optional.of(found.edition()))).isEqualTo(new Look.Unchanged());
    }

    @Test
    void nothingModifiedSinceNothingIsNoAnswer() {
        server.say("304 Not Modified", new byte[0]);

        assertFailed(source.look(Optional.empty()), BundleFlaw.UNREACHABLE, "status 304");
    }

    @Test
    void nothingModifiedIsNoAnswerWhereNoTagWasSent() {
        server.say("200 OK", ARCHIVE);
        Look.Found found = (Look.Found) source.look(Optional.empty());
        server.say("304 Not Modified", new byte[0]);

        assertFailed(source.look(Optional.of(found.edition())), BundleFlaw.UNREACHABLE, "status 304");
        assertThat(server.requests().getLast()).doesNotContain("If-None-Match");
    }

    @Test
    void theTokenIsNotCarriedToAnotherServer() {
        server.say("302 Found\r\nLocation: " + server.address() + "/elsewhere", new byte[0]);

        assertFailed(source.look(Optional.empty()), BundleFlaw.UNREACHABLE, "status 302");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anErrorPageIsNoBundle() {
        server.say("404 Not Found", "not here".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertFailed(source.look(Optional.empty()), BundleFlaw.UNREACHABLE, "status 404");

        server.say("200 OK", "not a bundle".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertFailed(source.look(Optional.empty()), BundleFlaw.MALFORMED, "gzipped tar");
    }

    @Test
    void whatIsTooLargeIsNotTakenIn() {
        server.say("200 OK", new byte[BundleLimits.ARCHIVE_BYTES_MAX + 1]);

        assertFailed(source.look(Optional.empty()), BundleFlaw.TOO_LARGE, "larger than a bundle may be");
    }

    @Test
    void aServerThatIsAwayIsSaidToBeAway() throws IOException {
        server.close();

        assertFailed(source.look(Optional.empty()), BundleFlaw.UNREACHABLE, "does not answer");
    }

    private static void assertFailed(Look look, BundleFlaw flaw, String message) {
        assertThat(look).isInstanceOfSatisfying(Look.Failed.class, failed -> {
            assertThat(failed.flaw()).isEqualTo(flaw);
            assertThat(failed.problem()).contains(message).doesNotContain("127.0.0.1", "secret-token");
        });
    }
}
