package io.writ.governance.policy.rego;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Values for {@code times.rego}: layouts put together from fields and from what only looks like one, and texts for them. */
final class RandomTimes {

    private static final int CANDIDATES = 600;

    /** Each piece of a layout with what a text may have there, right and wrong. */
    private static final Map<String, List<String>> PIECES = Map.ofEntries(
            Map.entry("2006", List.of("2026", "1999", "0000", "1677", "2262", "026", "-126", "+126")),
            Map.entry("06", List.of("26", "69", "68", "-5", "+7", "6", "x1")),
            Map.entry("Jan", List.of("Feb", "dec", "MAY", "Sept", "Xxx", "ſep")),
            Map.entry("January", List.of("February", "decEMBER", "May", "Jan")),
            Map.entry("01", List.of("01", "12", "13", "00", "1")),
            Map.entry("1", List.of("1", "12", "13", "0", "011")),
            Map.entry("Mon", List.of("Tue", "sun", "Xyz")),
            Map.entry("Monday", List.of("Friday", "friDAY", "Fri")),
            Map.entry("2", List.of("2", "28", "31", "0")),
            Map.entry("_2", List.of(" 2", "28", "  3", "31")),
            Map.entry("02", List.of("02", "29", "2", "32")),
            Map.entry("__2", List.of("  2", " 60", "366", "000", "59")),
            Map.entry("002", List.of("002", "060", "366", "365", "61")),
            Map.entry("15", List.of("15", "0", "24", "5")),
            Map.entry("3", List.of("3", "12", "13", "0")),
            Map.entry("03", List.of("03", "12", "3")),
            Map.entry("4", List.of("4", "59", "60")),
            Map.entry("04", List.of("04", "59", "4")),
            Map.entry("5", List.of("5", "59.25", "7,5", "60")),
            Map.entry("05", List.of("05", "59.999999999999", "5", "06.", "07.x")),
            Map.entry("PM", List.of("PM", "AM", "pm")),
            Map.entry("pm", List.of("pm", "am", "AM")),
            Map.entry(
                    "MST",
                    List.of(
                            "UTC", "CET", "GMT", "GMT+3", "GMT-24", "+03", "+3", "WITA", "ChST", "ABCDE", "EAST",
                            "cet")),
            Map.entry("-0700", List.of("+0100", "-2460", "0100", "+01", "+9900")),
            Map.entry("-07:00", List.of("+01:00", "-00:30", "+0100")),
            Map.entry("-07", List.of("+01", "-25", "Z")),
            Map.entry("-070000", List.of("+013045", "-000001", "+0130")),
            Map.entry("-07:00:00", List.of("+01:30:45", "-00:00:01", "+01:30:61")),
            Map.entry("Z0700", List.of("Z", "+0100", "z")),
            Map.entry("Z07:00", List.of("Z", "-08:00", "+1:00")),
            Map.entry("Z07", List.of("Z", "+05", "5")),
            Map.entry("Z070000", List.of("Z", "+013045")),
            Map.entry("Z07:00:00", List.of("Z", "-01:30:45")),
            Map.entry(".000", List.of(".123", ",5", ".1234", ".-12", ".+12")),
            Map.entry(".000000000", List.of(".123456789", ",999999999")),
            Map.entry(",00000000000", List.of(".12345678901", ".1")),
            Map.entry(".9", List.of(".1", "", ".123456789123")),
            Map.entry(",999999", List.of(",5", "", ".000001")),
            Map.entry(".0005", List.of(".0005", ".0009")),
            Map.entry("Month", List.of("Month", "month")),
            Map.entry("_2006", List.of("_2026", "2026")),
            Map.entry("00", List.of("00", "0")));

    private static final List<String> SEPARATORS =
            List.of("", "", " ", " ", "-", ":", "/", "T", "  ", ", ", "é", ".", "Z");

    private static final List<String> NAMES = List.of(
            "ANSIC",
            "UnixDate",
            "RubyDate",
            "RFC822",
            "RFC822Z",
            "RFC850",
            "RFC1123",
            "RFC1123Z",
            "RFC3339",
            "RFC3339Nano",
            "DateOnly",
            "");

    private static final List<String> ZONES = List.of(
            "UTC",
            "",
            "Europe/Berlin",
            "Europe/Dublin",
            "Europe/London",
            "America/New_York",
            "America/Los_Angeles",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Asia/Tokyo",
            "Asia/Tehran",
            "Australia/Lord_Howe",
            "Australia/Sydney",
            "Pacific/Auckland",
            "Pacific/Chatham",
            "Pacific/Apia",
            "Africa/Johannesburg",
            "Africa/Monrovia",
            "Etc/GMT+5",
            "Nowhere/Place",
            "SystemV/AST4",
            "../etc");

    private final Random random;

    private RandomTimes(Random random) {
        this.random = random;
    }

    static JsonObject values(Random random) {
        RandomTimes times = new RandomTimes(random);
        return Json.createObjectBuilder()
                .add("at", many(() -> Json.createValue(times.instant()), "\"x\"", "null", "1.5", "1e40", "[1]"))
                .add("zone", many(() -> Json.createValue(times.one(ZONES)), "5"))
                .add("layout", many(() -> Json.createValue(times.layout()), "3", "null"))
                .add("reading", many(times::reading, "{\"layout\": \"2006\", \"text\": 5}"))
                .add("name", many(() -> Json.createValue(times.one(NAMES)), "7"))
                .add("dated", many(() -> Json.createValue(times.dated()), "null"))
                .add("blocks", many(() -> RandomPatterns.blocks(random), "5", "[1]", "[]", "[\"foo\"]", "[\"::1\"]"))
                .add("glob", many(() -> Json.createValue(RandomPatterns.glob(random)), "1"))
                .add("other_glob", many(() -> Json.createValue(RandomPatterns.glob(random)), "\"[\""))
                .build();
    }

    private static JsonArray many(Supplier<? extends JsonValue> candidate, String... others) {
        JsonArrayBuilder many = Json.createArrayBuilder();
        for (int i = 0; i < CANDIDATES; i++) {
            many.add(candidate.get());
        }
        for (String other : others) {
            many.add(Plans.json(other));
        }
        return many.build();
    }

    private String one(List<String> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    private long instant() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextLong(4_000_000_000L) * 1_000_000_000L;
            case 2 -> random.nextLong(4_000_000_000_000L) * 1_000_000L;
            default -> random.nextLong(4_000_000_000_000_000_000L);
        };
    }

    private String layout() {
        return random.nextInt(6) == 0 ? one(NAMES) : reading().getString("layout");
    }

    private JsonObject reading() {
        List<String> pieces = PIECES.keySet().stream().sorted().toList();
        StringBuilder layout = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            String piece = one(pieces);
            String separator = one(SEPARATORS);
            List<String> fitting = PIECES.getOrDefault(piece, List.of());
            layout.append(piece).append(separator);
            text.append(random.nextInt(4) > 0 ? fitting.getFirst() : one(fitting))
                    .append(separator);
        }
        return Json.createObjectBuilder()
                .add("layout", layout.toString())
                .add("text", text.toString())
                .build();
    }

    private String dated() {
        return one(List.of(
                        "2026-11-20T1",
                        "2024-02-29T23:5",
                        "2026-02-29T10:1",
                        "Fri Nov 20 10:0",
                        "20 Nov 26 10:0",
                        "1600-01-01T00:0",
                        "Fri, 20 Nov 2026 10:0",
                        "Friday, 20-Nov-26 10:0",
                        "2026-11-20T25:0"))
                + one(List.of("0:00", "1:59.5", "2:07,25", "", "3:60"))
                + one(List.of("Z", "+01:00", " +0100", " UTC", " CET", " 2026", "-24:60", "-25:00", ""));
    }
}
