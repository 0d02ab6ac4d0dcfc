package io.writ.governance.policy.remote;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.governance.Explanation;
import io.writ.governance.PolicyConfig;
import io.writ.governance.PolicyObserver;
import io.writ.governance.policy.bundle.BundleFiles;
import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What tests of this package have in common. */
final class Remotely {

    static final String REVISION = "7+sha256:0123456789abcdef";
    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final JsonObject QUESTION = json("{'action':'operator_call','now':'2026-11-20T10:00:00Z'}");
    static final String NO =
            "{'allow':false,'cacheable':false,'reason':'no','rules':['a.b'],'items':{},'obligations':{}}";

    private Remotely() {}

    static JsonObject json(String text) {
        return StrictJson.parseObject(text.replace('\'', '"'));
    }

    static PolicyConfig.Opa server(URI address) {
        return new PolicyConfig.Opa(address, Optional.of("secret"), "writ", PATIENCE);
    }

    /** A reply as OPA 1.22 gives it. */
    static String reply(String revision, String result) {
        return ("{'provenance':{'version':'1.22.0','build_commit':'','bundles':{'writ':{'revision':'" + revision
                        + "'}}}"
                        + (result.isEmpty() ? "" : ",'result':" + result)
                        + "}")
                .replace('\'', '"');
    }

    static PolicyBundle bundle(String revision) {
        BundleFiles files = new PackagedBundle();
        return new PolicyBundle(
                revision,
                Digest.of(revision),
                StrictJson.parseObject(files.read("manifest.json").orElseThrow()),
                StrictJson.parseObject(files.read("data.json").orElseThrow()),
                files.read("plan.json").orElseThrow());
    }

    static Answer document(String engine, String text) {
        return new Answer.Document(engine, json(text), new Explanation.Opaque("made by hand"));
    }

    static Answer failed(String engine, PolicyFailure failure) {
        return new Answer.Failed(engine, failure, new Explanation.Opaque("made by hand"));
    }

    /** Answers as told and remembers each question. */
    static final class FakeEngine implements PolicyEngine {

        final List<JsonObject> asked = new CopyOnWriteArrayList<>();
        private final Function<JsonObject, Answer> answer;

        FakeEngine(Function<JsonObject, Answer> answer) {
            this.answer = answer;
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Answer evaluate(JsonObject input) {
            asked.add(input);
            return answer.apply(input);
        }
    }

    /** Remembers what was counted. */
    static final class Counted implements PolicyObserver {

        final List<Comparison> comparisons = new CopyOnWriteArrayList<>();
        final List<RemoteOutcome> outcomes = new CopyOnWriteArrayList<>();

        @Override
        public void compared(Comparison comparison) {
            comparisons.add(comparison);
        }

        @Override
        public void asked(RemoteOutcome outcome) {
            outcomes.add(outcome);
        }
    }
}
