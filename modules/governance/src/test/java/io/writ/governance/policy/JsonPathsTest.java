package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.LeastChange.Change;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /list/- | c | {"list":["a","b","c"]}
                    /list/0 | c | {"list":["c","b"]}
                    /list/1 |   | {"list":["a"]}
                    /list/2 | c | {"list":["a","b"]}
                    /list/x | c | {"list":["a","b"]}
                    /list/2 |   | {"list":["a","b"]}
                    /other  | c | {"list":["a","b"],"other":"c"}
                    /list   |   | {}
                    """)
    void aChangeIsMadeWhereItsPointerPointsAndNowhereElse(String pointer, String to, String changed) {
        Change change =
                new Change(pointer, Optional.empty(), Optional.ofNullable(to).map(JsonPaths::text));

        assertThat(JsonPaths.changed(Asking.json("{'list':['a','b']}"), change)).hasToString(changed);
    }
}
