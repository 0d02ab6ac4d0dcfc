package io.writ.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.StrictJson;
import org.junit.jupiter.api.Test;

class JsonMembersTest {

    @Test
    void takesWhatIsThere() {
        JsonMembers members =
                members("{\"text\":\"a\",\"number\":7,\"list\":[\"x\",\"y\"],\"inner\":{\"deep\":\"b\"}}");

        assertThat(members.text("text")).isEqualTo("a");
        assertThat(members.integer("number")).isEqualTo(7);
        assertThat(members.textList("list")).containsExactly("x", "y");
        assertThat(members.members("inner").text("deep")).isEqualTo("b");
        members.end();
    }

    @Test
    void anUnknownMemberIsNamedByItsPointer() {
        JsonMembers members = members("{\"known\":\"a\",\"a/b~c\":1}");
        members.text("known");

        assertThatThrownBy(members::end).hasMessage("/a~1b~0c is not a known member");
    }

    @Test
    void aWrongTypeIsNamedByItsPointer() {
        JsonMembers members = members("{\"inner\":{\"text\":3}}");

        assertThatThrownBy(() -> members.members("inner").text("text")).hasMessage("/inner/text must be a string");
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThatThrownBy(() -> members("{}").text("query")).hasMessage("/query is required");
    }

    @Test
    void nullCountsAsAbsent() {
        assertThat(members("{\"text\":null}").optionalText("text")).isEmpty();
    }

    @Test
    void aNumberWithAFractionOrBeyondAnIntIsNoWholeNumber() {
        assertThatThrownBy(() -> members("{\"n\":1.5}").integer("n")).hasMessage("/n must be a whole number");
        assertThatThrownBy(() -> members("{\"n\":1e300}").integer("n")).hasMessage("/n must be a whole number");
        assertThatThrownBy(() -> members("{\"n\":\"1\"}").integer("n")).hasMessage("/n must be a whole number");
    }

    @Test
    void aComplaintNeverRepeatsAValue() {
        assertThatThrownBy(() -> members("{\"inner\":\"canary-4711\"}").object("inner"))
                .hasMessage("/inner must be an object");
    }

    private static JsonMembers members(String json) {
        return JsonMembers.of(StrictJson.parseObject(json));
    }
}
