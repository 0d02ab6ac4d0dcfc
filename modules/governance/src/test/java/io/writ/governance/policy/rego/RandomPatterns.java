package io.writ.governance.policy.rego;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Random;

/** Blocks of addresses close to each other, and patterns that often have a text in common. */
final class RandomPatterns {

    private static final List<String> TOKENS =
            List.of("a", "a", "b", "ab", ".", "[a-c]", "[ab]", "[]", "[^a]", "[b-b]", "\\.", "\\[", "é", "[é-ü]");

    private static final List<String> COUNTS = List.of("", "", "", "+", "*");

    private static final List<String> MISTAKES = List.of("]", "[", "+", "\\", "[-a]", "[b-a]", "[a-]", "[a-b-c]");

    private RandomPatterns() {}

    static String glob(Random random) {
        StringBuilder glob = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            glob.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(COUNTS.get(random.nextInt(COUNTS.size())));
        }
        return random.nextInt(16) > 0 ? glob.toString() : glob + MISTAKES.get(random.nextInt(MISTAKES.size()));
    }

    static JsonArray blocks(Random random) {
        JsonArrayBuilder blocks = Json.createArrayBuilder();
        boolean isMixed = random.nextBoolean();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            blocks.add(isMixed && random.nextBoolean() ? version6(random) : version4(random));
        }
        return blocks.build();
    }

    private static String version4(Random random) {
        String address =
                (random.nextInt(9) == 0 ? "255.255.255." : "10.0." + random.nextInt(2) + ".") + random.nextInt(256);
        return random.nextInt(20) == 0 ? address : address + "/" + (22 + random.nextInt(11));
    }

    private static String version6(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> "::/0";
            case 1 -> "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff00/" + (118 + random.nextInt(11));
            default -> "2001:db8::" + Integer.toHexString(random.nextInt(512)) + "/" + (118 + random.nextInt(11));
        };
    }
}
