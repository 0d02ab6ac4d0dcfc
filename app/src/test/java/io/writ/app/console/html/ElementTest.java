package io.writ.app.console.html;

import static io.writ.app.console.html.Element.el;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {

    @Test
    void textIsEscaped() {
        assertThat(html(el("p", "<script>alert('x')</script> & \"y\"")))
                .isEqualTo("<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</p>");
    }

    @Test
    void attributeValuesAreEscaped() {
        assertThat(html(el("p", "x").with("title", "\"><script>")))
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">x</p>");
    }

    @Test
    void controlCharactersAndDirectionOverridesAreShownAsReplaced() {
        assertThat(html(el("p", "a\u0000b\u202Ec"))).isEqualTo("<p>a\uFFFDb\uFFFDc</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "iframe", "base", "form", "P", "p onclick", ""})
    void elementsThatCouldRunOrLoadDoNotExist(String name) {
        assertThatThrownBy(() -> el(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "a b", ""})
    void attributesThatCouldRunDoNotExist(String name) {
        assertThatThrownBy(() -> el("p", "x").with(name, "y")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//evil.example", "https://evil.example", "/\\evil.example", "data:x", ""
            })
    void linksStayOnThisServer(String address) {
        assertThatThrownBy(() -> el("a", "x").with("href", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void voidElementsHaveNoEnd() {
        assertThat(html(el("div", el("br"), el("p", "x")))).isEqualTo("<div><br><p>x</p></div>");
    }

    private static String html(Html piece) {
        StringBuilder out = new StringBuilder();
        piece.write(out);
        return out.toString();
    }
}
