package io.writ.ledger.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.ledger.merkle.TreeHash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void itsTextIsTheStandards() {
        Checkpoint checkpoint = new Checkpoint("writ.example/log", 0, TreeHash.ofEmptyTree(), List.of("epoch 1"));
        assertThat(checkpoint.text()).isEqualTo("writ.example/log\n0\n" + ROOT + "\nepoch 1\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n5\n",
                "origin\n05\n" + ROOT + "\n",
                "origin\n-1\n" + ROOT + "\n",
                "origin\n99999999999999999999\n" + ROOT + "\n",
                "\n5\n" + ROOT + "\n",
                "origin\n5\n" + ROOT,
                "origin\n5\n" + ROOT + "\n\n",
                "origin\n5\nAAAA\n",
                "origin\n5\n****\n",
                "origin\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n"
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(NoteException.class).isThrownBy(() -> Checkpoint.parse(text));
    }
}
