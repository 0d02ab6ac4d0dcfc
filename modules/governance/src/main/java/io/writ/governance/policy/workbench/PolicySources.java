package io.writ.governance.policy.workbench;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.policy.bundle.source.DigestList;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of a policy, as {@code opa/build.sh} counts them. */
final class PolicySources {

    private static final String RULES = "writ";
    private static final List<String> ALWAYS = List.of(".manifest", "OPA_VERSION", "capabilities.json");

    private final Path folder;

    PolicySources(Path folder) {
        if (!Files.isDirectory(folder.resolve(RULES))) {
            throw new WorkbenchException(
                    folder + " is no policy: name the folder that holds " + RULES + "/, schemas/ and dist/");
        }
        this.folder = folder;
    }

    /** Of everything that the policy is made of. */
    Digest digest() {
        return digest(Stream.of(rules(), jsonBelow(RULES), jsonBelow("schemas"), fixed()));
    }

    /** Of what is compiled: while it stays, the plan stays. */
    Digest rulesDigest() {
        return digest(Stream.of(rules(), fixed()));
    }

    /** The data of all packages, as OPA puts it into a bundle: each file under the path of its folder. */
    JsonObject data() {
        JsonObject data = JsonValue.EMPTY_JSON_OBJECT;
        for (Path file : jsonBelow(RULES)) {
            if (file.endsWith("data.json")) {
                Path place = folder.relativize(file.getParent());
                JsonObject nested = PolicyFiles.json(file);
                for (int i = place.getNameCount() - 1; i >= 0; i--) {
                    nested = SharedJson.PROVIDER
                            .createObjectBuilder()
                            .add(place.getName(i).toString(), nested)
                            .build();
                }
                data = merged(data, nested, file);
            }
        }
        return data;
    }

    private static JsonObject merged(JsonObject left, JsonObject right, Path file) {
        var all = SharedJson.PROVIDER.createObjectBuilder(left);
        Set<String> both = new HashSet<>(left.keySet());
        both.retainAll(right.keySet());
        right.forEach(all::add);
        for (String name : both) {
            if (left.get(name) instanceof JsonObject mine && right.get(name) instanceof JsonObject theirs) {
                all.add(name, merged(mine, theirs, file));
            } else {
                throw new WorkbenchException(file + " has " + name + ", which another data.json has too; keep one");
            }
        }
        return all.build();
    }

    private List<Path> rules() {
        return below(RULES, ".rego").stream()
                .filter(file -> !file.toString().endsWith("_test.rego"))
                .toList();
    }

    private List<Path> jsonBelow(String part) {
        return below(part, ".json");
    }

    private List<Path> fixed() {
        return ALWAYS.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    private List<Path> below(String part, String ending) {
        Path root = folder.resolve(part);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new WorkbenchException("cannot read below " + root + ": check that you may", unreadable);
        }
    }

    private Digest digest(Stream<List<Path>> parts) {
        return Digest.of(parts.flatMap(List::stream)
                .map(file ->
                        DigestList.line(folder.relativize(file).toString().replace('\\', '/'), PolicyFiles.bytes(file)))
                .sorted()
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }
}
