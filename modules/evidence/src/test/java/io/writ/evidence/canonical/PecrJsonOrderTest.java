package io.writ.evidence.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PecrJsonOrderTest {

    /** One of each kind that UTF-8 and UTF-16 may sort differently: ASCII, two and three bytes, past the surrogates, four. */
    private static final int[] POINTS = {'a', 'b', 0xE9, 0x4E2D, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF};

    @Test
    void membersAreSortedAsTheirUtf8BytesAre() {
        Random random = new Random(20261120);
        for (int round = 0; round < 500; round++) {
            TreeSet<String> names = new TreeSet<>((left, right) -> Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
            for (int count = random.nextInt(2, 8); count > 0; count--) {
                names.add(name(random));
            }
            JsonObjectBuilder object = Json.createObjectBuilder();
            StringBuilder expected = new StringBuilder();
            names.reversed().forEach(name -> object.add(name, 1));
            names.forEach(name -> expected.append(",\"").append(name).append("\":1"));

            assertThat(PecrJson.text(object.build())).isEqualTo("{" + expected.substring(1) + "}");
        }
    }

    private static String name(Random random) {
        return random.ints(random.nextInt(4), 0, POINTS.length)
                .map(at -> POINTS[at])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
