package io.writ.governance.policy.remote;

import static io.writ.governance.policy.remote.Remotely.NO;
import static io.writ.governance.policy.remote.Remotely.QUESTION;
import static io.writ.governance.policy.remote.Remotely.REVISION;
import static io.writ.governance.policy.remote.Remotely.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.Explanation;
import io.writ.governance.PolicyObserver.RemoteOutcome;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.remote.Remotely.Counted;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a server can fail to answer is a failure with the code of the fail-closed table. */
class RemoteEngineTest {

    private final Counted counted = new Counted();
    private final ScriptedServer server = new ScriptedServer(ScriptedServer.reply(200, reply(REVISION, NO)));
    private final HttpOpa http = new HttpOpa(Remotely.server(server.address()));
    private final RemoteEngine engine = engine(http, server.address());

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void anAnswerOfTheRevisionInForceIsTaken() {
        Answer answer = engine.evaluate(QUESTION);

        assertThat(answer).isInstanceOf(Answer.Document.class);
        assertThat(answer.engine()).isEqualTo("opa");
        assertThat(((Answer.Document) answer).value()).isEqualTo(Remotely.json(NO));
        assertThat(((Explanation.Opaque) answer.explanation()).reason()).contains("remote engine gives none");
        assertThat(counted.outcomes).containsExactly(RemoteOutcome.ANSWERED);
    }

    @Test
    void opaIsAskedWithProvenanceStrictErrorsTokenAndTheCanonicalInput() {
        engine.evaluate(Remotely.json("{'b':1.0,'a':'\u00e9'}"));

        ScriptedServer.Request request = server.requests().getFirst();
        assertThat(request.line())
                .isEqualTo("POST /v1/data/writ/authz/decision?provenance=true&strict-builtin-errors=true HTTP/1.1");
        assertThat(request.hasHeader("Authorization: Bearer secret")).isTrue();
        assertThat(request.body()).isEqualTo("{\"input\":{\"a\":\"\u00e9\",\"b\":1}}");
    }

    @Test
    void oneConnectionServesManyQuestions() {
        for (int question = 0; question < 20; question++) {
            assertThat(engine.evaluate(QUESTION)).isInstanceOf(Answer.Document.class);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    static Stream<Arguments> replies() {
        String conflict = "{\"code\":\"internal_error\",\"errors\":[{\"code\":\"eval_conflict_error\"}]}";
        String builtin = "{\"code\":\"internal_error\",\"errors\":[{\"code\":\"eval_builtin_error\"}]}";
        return Stream.of(
                row("no bundle is active", 200, "{}", PolicyFailure.VERSION_MISMATCH),
                row(
                        "provenance without bundles",
                        200,
                        "{\"provenance\":{},\"result\":{}}",
                        PolicyFailure.VERSION_MISMATCH),
                row("an older revision", 200, reply("6+sha256:0", NO), PolicyFailure.VERSION_MISMATCH),
                row("an older revision and no result", 200, reply("6+sha256:0", ""), PolicyFailure.VERSION_MISMATCH),
                row("no result", 200, reply(REVISION, ""), PolicyFailure.UNDEFINED),
                row("a result that is no object", 200, reply(REVISION, "true"), PolicyFailure.MALFORMED),
                row("a result of null", 200, reply(REVISION, "null"), PolicyFailure.MALFORMED),
                row("not JSON", 200, "<html>hello</html>", PolicyFailure.MALFORMED),
                row("half a document", 200, "{\"result\":{\"allow\":true", PolicyFailure.MALFORMED),
                row("a list", 200, "[]", PolicyFailure.MALFORMED),
                row("a member twice", 200, "{\"result\":{},\"result\":{}}", PolicyFailure.MALFORMED),
                row("nothing", 200, "", PolicyFailure.MALFORMED),
                row("rules that contradict each other", 500, conflict, PolicyFailure.ERROR),
                row("a builtin that refused", 500, builtin, PolicyFailure.ERROR));
    }

    private static Arguments row(String what, int status, String body, PolicyFailure failure) {
        return Arguments.of(what, status, body, failure);
    }

    @ParameterizedTest(name = "{0} is {3}")
    @MethodSource("replies")
    void aReplyThatIsNotADecisionIsAFailure(String what, int status, String body, PolicyFailure failure) {
        server.play(ScriptedServer.reply(status, body));

        assertFailed(engine.evaluate(QUESTION), failure);
    }

    @ParameterizedTest(name = "status {0} is policy.unavailable")
    @MethodSource("refusals")
    void aServerThatRefusesIsUnavailable(int status, String body) {
        server.play(ScriptedServer.reply(status, body));

        assertFailed(engine.evaluate(QUESTION), PolicyFailure.UNAVAILABLE);
    }

    static Stream<Arguments> refusals() {
        String allowed = reply(REVISION, "{'allow':true}");
        return Stream.of(
                Arguments.of(400, "{\"code\":\"invalid_parameter\"}"),
                Arguments.of(401, "{\"code\":\"unauthorized\"}"),
                Arguments.of(404, ""),
                Arguments.of(307, allowed),
                Arguments.of(201, allowed),
                Arguments.of(500, "{\"code\":\"internal_error\"}"),
                Arguments.of(500, allowed),
                Arguments.of(503, ""));
    }

    @Test
    void whoeverIsRedirectedToIsNotAsked() {
        server.play((_, out) -> out.write(
                ("HTTP/1.1 307 X\r\nLocation: " + server.address() + "/elsewhere\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));

        assertFailed(engine.evaluate(QUESTION), PolicyFailure.UNAVAILABLE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aReplyBeyondTheBoundIsNotReadToItsEnd() {
        String padding = "x".repeat(2 * 1024 * 1024);
        server.play(ScriptedServer.reply(200, reply(REVISION, "{'allow':true,'reason':'" + padding + "'}")));

        assertFailed(engine.evaluate(QUESTION), PolicyFailure.MALFORMED);
    }

    @Test
    void aServerThatIsSilentIsUnavailableInTime() {
        server.play((_, _) -> Thread.sleep(20_000));

        assertUnavailableInTime();
    }

    @Test
    void aBodyThatDripsIsUnavailableInTime() {
        server.play((_, out) -> {
            out.write(ScriptedServer.head(200, 1_000));
            for (int drop = 0; drop < 1_000; drop++) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        });

        assertUnavailableInTime();
    }

    @Test
    void aServerThatHangsUpIsUnavailable() {
        server.play((_, _) -> {
            throw new IOException("hung up");
        });

        assertFailed(engine.evaluate(QUESTION), PolicyFailure.UNAVAILABLE);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        server.close();

        assertFailed(engine.evaluate(QUESTION), PolicyFailure.UNAVAILABLE);
        assertThat(engine.problem()).isPresent();
    }

    @Test
    void anInterruptedCallerGetsAFailureAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        Answer answer = engine.evaluate(QUESTION);

        assertThat(Thread.interrupted()).isTrue();
        assertFailed(answer, PolicyFailure.UNAVAILABLE);
    }

    @Test
    void healthIsReadFromTheRevisionAndNotFromTheServersWord() {
        server.play(ScriptedServer.reply(200, reply("6+sha256:0", NO)));

        assertThat(engine.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("6+sha256:0").contains(REVISION));
        assertThat(server.requests()).hasSize(1);
        assertThat(engine.problem()).isPresent();
        assertThat(server.requests()).as("asked again within a second").hasSize(1);
    }

    @Test
    void aPolicyWithoutAnAnswerIsNoProblemOfTheServer() {
        server.play(ScriptedServer.reply(200, reply(REVISION, "")));

        assertThat(engine.problem()).isEmpty();
    }

    private void assertUnavailableInTime() {
        long start = System.nanoTime();

        Answer answer = engine.evaluate(QUESTION);

        assertFailed(answer, PolicyFailure.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    private void assertFailed(Answer answer, PolicyFailure failure) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).failure()).isEqualTo(failure);
        assertThat(answer.engine()).isEqualTo("opa");
        assertThat(counted.outcomes).doesNotContain(RemoteOutcome.ANSWERED);
    }

    private RemoteEngine engine(Opa opa, URI address) {
        return new RemoteEngine(new GuardedOpa(opa), Remotely.server(address), Remotely.bundle(REVISION), counted);
    }
}
