package io.writ.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    private static final String PAINTED = "a\u001b[2J\u009b1mb\u202ec\nd\uD834\uDD73e\u00e9";

    @Test
    void nothingMovesTheCursorOrTurnsTheLine() {
        assertThat(TerminalText.line(PAINTED)).isEqualTo("a [2J 1mb c d e\u00e9");
        assertThat(TerminalText.block(PAINTED)).isEqualTo("a [2J 1mb c\nd e\u00e9");
    }

    @Test
    void jsonSaysTheSameInOtherLetters() {
        String json = "{\"told\":\"a\u009b1m\u202e\uD834\uDD73\"}";

        String escaped = TerminalText.json(json);

        assertThat(escaped).isEqualTo("{\"told\":\"a\\u009b1m\\u202e\\ud834\\udd73\"}");
        assertThat(StrictJson.parseObject(escaped)).isEqualTo(StrictJson.parseObject(json));
    }
}
