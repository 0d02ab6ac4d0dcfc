package io.writ.governance.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AscendingJsonTest {

    @Test
    void whatItWritesIsCanonicalAlready() {
        String written = new AscendingJson()
                .member("a", "tab\t quote\" slash\\ bell\u0007 line\n \u20ac")
                .member("b", 42)
                .member(
                        "c",
                        Json.createObjectBuilder().add("z", 1).add("y", "x").build())
                .member("d", new AscendingJson())
                .objects("e", List.of(new AscendingJson().member("only", 1), new AscendingJson()))
                .objects("f", List.of())
                .member("g", Optional.empty())
                .texts("h", List.of("one", "two"))
                .texts("i", List.of())
                .close()
                .toString();

        assertThat(Rfc8785.bytes(StrictJson.parseObject(written))).isEqualTo(written.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNameOutOfOrderIsABug() {
        AscendingJson record = new AscendingJson().member("b", 1);

        assertThatThrownBy(() -> record.member("a", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> record.member("b", 1)).isInstanceOf(IllegalStateException.class);
    }
}
