package io.writ.it;

import io.writ.evidence.SharedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes versions of the shipped policy and packs them with the real OPA. Each version marks its rules and its data, and
 * a permission to open a session is given by both marks.
 */
record PolicyAuthor(Path folder, KeyPair keys) {

    private static final String KEY = "release";

    static PolicyAuthor in(Path folder) {
        try {
            PolicyAuthor author = new PolicyAuthor(
                    folder, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            Files.writeString(author.privateKey(), pem(author.keys.getPrivate().getEncoded(), "PRIVATE KEY"));
            Files.writeString(author.publicKey(), pem(author.keys.getPublic().getEncoded(), "PUBLIC KEY"));
            Files.writeString(author.keyFile(), author.trusted());
            return author;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("making a key", failed);
        }
    }

    static boolean hasOpa() {
        return run(Path.of("."), List.of("opa", "version")).startsWith("Version:");
    }

    /** For {@code WRIT_POLICY_KEYS}. */
    Path keyFile() {
        return folder.resolve("keys.json");
    }

    Path publicKey() {
        return folder.resolve("public.pem");
    }

    /** What a version answers who may open a session. */
    static String reason(String mark) {
        return "granted_r" + mark + "_d" + mark;
    }

    Path signed(String mark, int ruleSet) {
        return pack(
                mark,
                ruleSet,
                List.of(
                        "--signing-key",
                        privateKey().toString(),
                        "--signing-alg",
                        "EdDSA",
                        "--verification-key-id",
                        KEY));
    }

    Path unsigned(String mark, int ruleSet) {
        return pack(mark, ruleSet, List.of());
    }

    private Path pack(String mark, int ruleSet, List<String> signing) {
        Path sources = folder.resolve("policy-" + mark + (signing.isEmpty() ? "-unsigned" : ""));
        Path archive = folder.resolve(sources.getFileName() + ".tar.gz");
        copy(TestServer.ROOT.resolve("opa"), sources);
        replace(
                sources.resolve("writ/authz/sessions.rego"),
                "\"create_session_granted\"",
                "concat(\"_\", [\"granted\", \"r" + mark + "\", data.writ.authz.mark])");
        replace(sources.resolve("writ/authz/data.json"), "{", "{\"mark\": \"d" + mark + "\",");
        replace(sources.resolve(".manifest"), "\"create_session_granted\"", "\"" + reason(mark) + "\"");
        replace(sources.resolve(".manifest"), "\"rule_set\": \"1\"", "\"rule_set\": \"" + ruleSet + "\"");
        List<String> command = new ArrayList<>(List.of("sh", "build.sh", "bundle", archive.toString()));
        command.addAll(signing);
        String said = run(sources, command);
        if (!Files.exists(archive)) {
            throw new IllegalStateException("packing a policy: " + said);
        }
        return archive;
    }

    private Path privateKey() {
        return folder.resolve("private.pem");
    }

    private String trusted() throws IOException {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add(
                        "keys",
                        SharedJson.PROVIDER
                                .createObjectBuilder()
                                .add(
                                        KEY,
                                        SharedJson.PROVIDER
                                                .createObjectBuilder()
                                                .add("algorithm", "EdDSA")
                                                .add("key", Files.readString(publicKey()))))
                .build()
                .toString();
    }

    /** What the command said. */
    static String run(Path directory, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void replace(Path file, String from, String to) {
        try {
            String text = Files.readString(file);
            int at = text.indexOf(from);
            if (at < 0) {
                throw new IllegalStateException(file + " holds no " + from);
            }
            Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
        } catch (IOException failed) {
            throw new UncheckedIOException("editing " + file, failed);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("copying the policy", failed);
        }
    }

    private static String pem(byte[] encoded, String kind) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }
}
