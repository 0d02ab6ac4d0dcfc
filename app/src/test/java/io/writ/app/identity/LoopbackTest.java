package io.writ.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "[::1]", "localhost", "LOCALHOST"})
    void bindsToLoopback(String host) {
        assertThat(Loopback.isBindAddress(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "*", "::", "192.168.1.4", "writ.example", "127.example", "", "127.0.0.1.nip.io"})
    void doesNotBindBeyondIt(String host) {
        assertThat(Loopback.isBindAddress(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1", "::1"})
    void knowsTheLocalEndOfAConnection(String literal) {
        assertThat(Loopback.isAddress(literal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "fe80::1", "localhost", "127.0.0.300.1", ""})
    void refusesAnyOtherEnd(String literal) {
        assertThat(Loopback.isAddress(literal)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LocalHost:1"})
    void acceptsOurNamesInAHostHeader(String header) {
        assertThat(Loopback.isHost(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.nip.io:80",
                "::1",
                "localhost:x"
            })
    void refusesNamesThatCouldBeARebindingAttack(String header) {
        assertThat(Loopback.isHost(header)).isFalse();
    }
}
