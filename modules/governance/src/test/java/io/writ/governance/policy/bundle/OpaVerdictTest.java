package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PolicyConfig;
import io.writ.governance.policy.bundle.signature.BundleSignature;
import io.writ.governance.policy.bundle.signature.Signer;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.bundle.source.Workshop;
import io.writ.governance.policy.engine.PolicyBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OPA signs and we verify; we sign and OPA verifies; and of what somebody changed both think the same. */
class OpaVerdictTest {

    private static final Path BUILD =
            Path.of("../../opa/build.sh").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeAll
    static void lookForOpa() {
        boolean present = run(List.of("opa", "version")).code() == 0;
        if (!present) {
            System.out.println(
                    "SKIPPED: opa is not on the PATH, so our verdict on signatures was not compared with OPA's");
        }
        Assumptions.assumeTrue(present, "opa is absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void whatOpaSignedIsVerifiedAndHoldsThePackagedPolicy(String algorithm) throws IOException {
        Signer signer = Signer.of("release", algorithm);
        Path archive = built(signer);

        BundleSource.Look.Found found = (BundleSource.Look.Found)
                BundleSource.of(new PolicyConfig.Source.Archive(archive)).look(Optional.empty());
        assertThat(BundleSignature.verify(found.content(), signer.keys())).isEqualTo("release");
        PolicyBundle packaged = BundleReading.of(((BundleSource.Look.Found)
                        BundleSource.of(new PolicyConfig.Source.Packaged()).look(Optional.empty()))
                .content());
        assertThat(BundleReading.of(found.content()).digest()).isEqualTo(packaged.digest());
        assertThat(BundleReading.of(found.content()).revision()).isEqualTo(packaged.revision());
    }

    @Test
    void anUnpackedBundleThatOpaSignedIsVerifiedToo() throws IOException {
        Signer signer = Signer.of("release", "ES256");
        Path archive = built(signer);
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        assertThat(run(List.of("tar", "-xzf", archive.toString(), "-C", unpacked.toString()))
                        .code())
                .isZero();
        Files.delete(unpacked.resolve(".signatures.json"));
        Path claims = Files.writeString(folder.resolve("claims.json"), "{\"keyid\":\"release\"}");
        String key = folder.resolve("private.pem").toString();
        // In the folder: OPA signs the names of files as it is told them.
        Output said = run(
                unpacked,
                List.of(
                        "opa",
                        "sign",
                        "--bundle",
                        ".",
                        "--signing-key",
                        key,
                        "--signing-alg",
                        "ES256",
                        "--claims-file",
                        claims.toString()));
        assertThat(said.code()).as(said.text()).isZero();

        BundleSource.Look.Found found = (BundleSource.Look.Found)
                BundleSource.of(new PolicyConfig.Source.Directory(unpacked)).look(Optional.empty());
        assertThat(BundleSignature.verify(found.content(), signer.keys())).isEqualTo("release");
    }

    @Test
    void whatWeSignedIsVerifiedByOpa() throws IOException {
        for (String algorithm : List.of("RS256", "ES256", "EdDSA")) {
            Signer signer = Signer.of("release", algorithm);
            assertThat(opaAccepts(signer.sign(sample()).archive(), signer))
                    .as(algorithm)
                    .isTrue();
        }
    }

    /** One change each to a bundle that was signed. */
    record Change(String name, boolean harmless, UnaryOperator<Workshop> to) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Change> changes() {
        return List.of(
                new Change("nothing", true, bundle -> bundle),
                new Change("space in data", true, bundle -> bundle.with("data.json", " { \"writ\" : {\"n\": 1.50} } ")),
                new Change("a value of data", false, bundle -> bundle.with("data.json", "{\"writ\":{\"n\":2}}")),
                new Change(
                        "a spelling of a number", false, bundle -> bundle.with("data.json", "{\"writ\":{\"n\":1.5}}")),
                new Change("a byte of the plan", false, bundle -> bundle.with("plan.json", "{} ")),
                new Change("a byte of a rule", false, bundle -> bundle.with("writ/a.rego", "package writ.a ")),
                new Change("the revision", false, bundle -> bundle.with(".manifest", "{\"revision\":\"2\"}")),
                new Change("a rule more", false, bundle -> bundle.with("writ/b.rego", "package writ.b")),
                new Change("a rule less", false, bundle -> bundle.without("writ/a.rego")),
                new Change("no signature", false, bundle -> bundle.without(".signatures.json")),
                new Change("two signatures", false, OpaVerdictTest::doubled),
                new Change(
                        "another key under the same name",
                        false,
                        bundle -> Signer.of("release", "ES256").sign(bundle.without(".signatures.json"))),
                new Change(
                        "a key that nobody knows",
                        false,
                        bundle -> Signer.of("stranger", "ES256").sign(bundle.without(".signatures.json"))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void ofAChangedBundleBothThinkTheSame(Change change) throws IOException {
        Signer signer = Signer.of("release", "ES256");
        Workshop changed = change.to().apply(signer.sign(sample()));

        assertThat(weAccept(changed, signer)).as("we accept").isEqualTo(change.harmless());
        assertThat(opaAccepts(changed.archive(), signer)).as("OPA accepts").isEqualTo(change.harmless());
    }

    private static Workshop sample() {
        return new Workshop()
                .with("data.json", "{\"writ\":{\"n\":1.50}}")
                .with("plan.json", "{}")
                .with(".manifest", "{\"revision\":\"1\",\"roots\":[\"writ\"],\"rego_version\":1}")
                .with("writ/a.rego", "package writ.a");
    }

    private static Workshop doubled(Workshop bundle) {
        String one = new String(bundle.files().get(".signatures.json"), StandardCharsets.UTF_8);
        String token = one.substring(one.indexOf('[') + 1, one.indexOf(']'));
        return bundle.with(".signatures.json", "{\"signatures\":[" + token + "," + token + "]}");
    }

    private static boolean weAccept(Workshop bundle, Signer signer) {
        try {
            return BundleSignature.verify(bundle.content(), signer.keys()).equals("release");
        } catch (BundleRefused refused) {
            return false;
        }
    }

    private boolean opaAccepts(byte[] archive, Signer signer) throws IOException {
        Path file = Files.write(folder.resolve("candidate.tar.gz"), archive);
        Path key = Files.write(folder.resolve("key.json"), signer.keyFile());
        String pem = new String(Files.readAllBytes(key), StandardCharsets.UTF_8);
        Path publicKey = Files.writeString(
                folder.resolve("key.pem"),
                io.writ.evidence.StrictJson.parseObject(pem)
                        .getJsonObject("keys")
                        .getJsonObject(signer.id())
                        .getString("key"));
        Output said = run(List.of(
                "opa",
                "build",
                "--output",
                folder.resolve("read.tar.gz").toString(),
                "--bundle",
                file.toString(),
                "--verification-key",
                publicKey.toString(),
                "--verification-key-id",
                signer.id(),
                "--signing-alg",
                signer.algorithm()));
        // It must be the signature that OPA minds, not the command line of this test.
        assertThat(said.text()).doesNotContain("unknown flag", "Usage:");
        return said.code() == 0;
    }

    private Path built(Signer signer) throws IOException {
        Path key = Files.writeString(folder.resolve("private.pem"), signer.privatePem());
        Path archive = folder.resolve("bundle.tar.gz");
        List<String> command = new ArrayList<>(List.of("sh", BUILD.toString(), "bundle", archive.toString()));
        command.addAll(List.of(
                "--signing-key",
                key.toString(),
                "--signing-alg",
                signer.algorithm(),
                "--verification-key-id",
                signer.id()));
        Output said = run(command);
        assertThat(said.code()).as(said.text()).isZero();
        return archive;
    }

    private record Output(int code, String text) {}

    private static Output run(List<String> command) {
        return run(Path.of("."), command);
    }

    private static Output run(Path directory, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException absent) {
            return new Output(127, "absent");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
