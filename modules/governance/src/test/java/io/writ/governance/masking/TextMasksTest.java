package io.writ.governance.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.PatternMask;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMasksTest {

    private static final String TEXT = "Call Ana, +351 220 555 014, or write to ana@serra.example today.";

    private final TextMasks masks = masks();

    @Test
    void noCutThroughWhatIsHiddenShowsAPieceOfIt() {
        for (int from = 0; from <= TEXT.length(); from++) {
            for (int to = from; to <= TEXT.length(); to++) {
                assertThat(span(from, to)).doesNotContain("2", "5", "@", "serra", "example");
            }
        }
    }

    @Test
    void whatLiesOutsideOfMatchesStaysAsItIs() {
        assertThat(span(0, TEXT.length())).isEqualTo("Call Ana, [phone], or write to [e-mail] today.");
        assertThat(span(0, 9)).isEqualTo("Call Ana,");
        assertThat(span(13, 29)).isEqualTo("[phone], o");
    }

    @Test
    void aWholeTextIsMaskedAsASpanOfItself() {
        assertThat(masks.apply(TEXT, Surroundings.NONE)).isEqualTo(masks.apply(TEXT));
    }

    private String span(int from, int to) {
        return masks.apply(TEXT.substring(from, to), new Surroundings() {

            @Override
            public String before() {
                return TEXT.substring(0, from);
            }

            @Override
            public String after() {
                return TEXT.substring(to);
            }
        });
    }

    private static TextMasks masks() {
        try {
            return TextMasks.compile(List.of(
                    new PatternMask("email", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+", "[e-mail]"),
                    new PatternMask("phone", "\\+[0-9][0-9 ]{7,16}[0-9]", "[phone]")));
        } catch (UnusableMaskException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
