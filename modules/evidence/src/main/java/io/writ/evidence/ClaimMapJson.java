package io.writ.evidence;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wire form of claim maps. Unknown members are ignored, as PECR does; what is recomputed must still be there. */
public final class ClaimMapJson {

    private ClaimMapJson() {}

    /** Reads a submission. Its claim ids and coverage must be present and are otherwise ignored. */
    public static ClaimMap read(JsonObject wire) {
        JsonMembers map = new JsonMembers(wire);
        map.number("coverage_threshold");
        map.number("coverage_observed");
        return new ClaimMap(
                map.text("claim_map_id"),
                terminalMode(map),
                map.objects("claims").stream().map(ClaimJson::read).toList(),
                clarification(map),
                map.optionalText("notes"));
    }

    /** Reads what {@link #write(JudgedClaimMap)} wrote. */
    public static JudgedClaimMap readJudged(JsonObject wire) {
        JsonMembers map = new JsonMembers(wire);
        return new JudgedClaimMap(
                map.text("claim_map_id"),
                terminalMode(map),
                map.objects("claims").stream().map(ClaimJson::readJudged).toList(),
                map.number("coverage_threshold").doubleValue(),
                map.number("coverage_observed").doubleValue(),
                clarification(map),
                map.optionalText("notes"));
    }

    /** Writes PECR's members; every claim also carries its verdict and the reason. */
    public static JsonObject write(JudgedClaimMap map) {
        JsonArrayBuilder claims = SharedJson.PROVIDER.createArrayBuilder();
        map.claims().forEach(claim -> claims.add(ClaimJson.write(claim)));
        JsonObjectBuilder builder = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("claim_map_id", map.id())
                .add("terminal_mode", map.terminalMode().name())
                .add("claims", claims)
                .add("coverage_threshold", map.coverageThreshold())
                .add("coverage_observed", map.coverageObserved());
        map.clarification().ifPresent(prompt -> builder.add("clarification_prompt", write(prompt)));
        map.notes().ifPresent(notes -> builder.add("notes", notes));
        return builder.build();
    }

    private static TerminalMode terminalMode(JsonMembers map) {
        return map.constant(TerminalMode.class, "terminal_mode", TerminalMode::name);
    }

    private static Optional<Clarification> clarification(JsonMembers map) {
        return map.optionalObject("clarification_prompt").map(JsonMembers::new).map(prompt -> {
            prompt.refuseUnknown(Set.of("question", "options"));
            return new Clarification(
                    prompt.text("question"), prompt.has("options") ? prompt.texts("options") : List.of());
        });
    }

    private static JsonObject write(Clarification prompt) {
        JsonArrayBuilder options = SharedJson.PROVIDER.createArrayBuilder(prompt.options());
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("question", prompt.question())
                .add("options", options)
                .build();
    }
}
