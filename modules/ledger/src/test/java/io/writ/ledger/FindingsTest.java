package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Place TREE = new Place.OfTree();

    private final Findings findings = new Findings();

    @Test
    void aReportOfNothingIsIntactAndNamesNothing() {
        assertThat(report().verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report().firstOffence()).isEmpty();
    }

    @Test
    void theWorstFindingIsTheVerdictWhereverItStands() {
        findings.inLane(Verdict.GAP_DISCLOSED, 1, 1, "a gap");
        findings.inLane(Verdict.FORKED, 2, 7, "changed");
        findings.inLane(Verdict.FORKED, 3, 1, "changed");
        findings.add(new Finding(Verdict.TRUNCATED, TREE, "cut"));
        assertThat(report().verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report().firstOffence().map(Finding::sentence)).contains("lane 2, entry 7: changed");
    }

    @Test
    void ofALaneTheFirstEntryPerVerdictIsKept() {
        findings.inLane(Verdict.FORKED, 1, 9, "second");
        findings.inLane(Verdict.FORKED, 1, 4, "first");
        findings.inLane(Verdict.GAP_UNDISCLOSED, 1, 2, "hole");
        assertThat(report().sentences()).containsExactly("lane 1, entry 2: hole", "lane 1, entry 4: first");
    }

    @Test
    void manyFindingsAreCountedAndNoVerdictIsLostAmongThem() {
        for (int i = 0; i < 100; i++) {
            findings.recordWithoutEntry(UUID.randomUUID());
            findings.add(new Finding(Verdict.GAP_DISCLOSED, TREE, "gap " + i));
        }
        findings.add(new Finding(Verdict.FORKED, TREE, "the only one"));
        assertThat(report().findings()).hasSize(41);
        assertThat(report().unnamed()).isEqualTo(160);
        assertThat(report().verdict()).isEqualTo(Verdict.FORKED);
    }

    @Test
    void verdictsAreOrderedByWeight() {
        assertThat(List.of(Verdict.values()))
                .containsExactly(
                        Verdict.INTACT,
                        Verdict.GAP_DISCLOSED,
                        Verdict.UNVERIFIABLE,
                        Verdict.GAP_UNDISCLOSED,
                        Verdict.TRUNCATED,
                        Verdict.FORKED);
        assertThat(Verdict.GAP_DISCLOSED.wireName()).isEqualTo("gap-disclosed");
    }

    @Test
    void whatIsIntactIsNoFinding() {
        assertThatThrownBy(() -> new Finding(Verdict.INTACT, TREE, "fine"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private VerificationReport report() {
        return new VerificationReport(
                0,
                0,
                0,
                0,
                new TreeReport(0, 0, false),
                AttachmentReport.NONE,
                new CompletenessReport(0, 0, 0, 0),
                AnchorReport.NONE,
                List.of(),
                findings.list(),
                findings.unnamed());
    }
}
