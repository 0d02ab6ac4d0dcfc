package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.Attached;
import io.writ.ledger.persistence.AttachmentVisitor;
import io.writ.ledger.persistence.UnitRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Compares evidence and policy inputs with the digests in their records. Several threads may show it some. */
final class AttachmentWalk implements AttachmentVisitor {

    private final Findings findings;
    private final Emptied emptied = new Emptied();
    private final LongAdder inputs = new LongAdder();
    private final LongAdder units = new LongAdder();

    AttachmentWalk(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void visit(Attached attached) {
        try {
            RecordedDigests.in(attached.canonical()).ifPresent(said -> compare(attached, said));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | ArithmeticException misread) {
            forked(attached.recordId(), "it does not name its evidence as records do");
        }
    }

    @Override
    public void visitWithoutRecord(UUID recordId) {
        findings.atRecord(Verdict.GAP_UNDISCLOSED, recordId, "its evidence is there, and it is not");
    }

    /** How many inputs and units. */
    long compared() {
        return inputs.sum() + units.sum();
    }

    /** When everything was shown. */
    AttachmentReport report() {
        long empty = emptied.conclude(findings);
        return new AttachmentReport(inputs.sum(), units.sum(), empty);
    }

    private void compare(Attached attached, RecordedDigests said) {
        said.erased().forEach((kind, count) -> emptied.erased(attached.tenant(), kind, attached.recordId(), count));
        if (attached.policyInput().isPresent()) {
            inputs.increment();
            inputProblem(attached.policyInput().get(), said.questions())
                    .ifPresent(problem -> forked(attached.recordId(), problem));
        } else if (!said.questions().isEmpty()) {
            emptied.empty(attached.tenant(), Emptied.Kind.POLICY_INPUT, attached.recordId());
        }
        compare(attached, said.units());
    }

    private void compare(Attached attached, List<RecordedDigests.Unit> said) {
        List<UnitRow> stored = attached.units();
        if (stored.size() != said.size()) {
            findings.atRecord(
                    stored.size() < said.size() ? Verdict.GAP_UNDISCLOSED : Verdict.FORKED,
                    attached.recordId(),
                    "it released " + said.size() + " evidence units, and " + stored.size() + " are stored");
            return;
        }
        if (!attached.isInPlace()) {
            forked(attached.recordId(), "its evidence is stored for another tenant, run or place");
        }
        for (int ord = 0; ord < said.size(); ord++) {
            compare(attached, ord, said.get(ord), stored.get(ord));
        }
    }

    private void compare(Attached attached, int ord, RecordedDigests.Unit said, UnitRow stored) {
        units.increment();
        UnitComparison.problem(said, stored)
                .ifPresent(problem -> forked(
                        attached.recordId(),
                        "its evidence unit " + (ord + 1) + ", " + said.id().hex() + ", is not the one that it"
                                + " released: " + problem));
        if (stored.content().isEmpty()) {
            emptied.empty(attached.tenant(), Emptied.Kind.CONTENT, attached.recordId());
        }
    }

    /** The input holds a member for each question, in canonical form, so what was hashed stands in it byte for byte. */
    private static Optional<String> inputProblem(byte[] input, Map<String, Digest> questions) {
        var members = new TopMembers(input);
        var asked = new StringBuilder();
        for (Map.Entry<String, Digest> question : questions.entrySet()) {
            boolean there = members.next() && members.isNamed(question.getKey());
            if (!there || !Digest.of(members.raw()).equals(question.getValue())) {
                return Optional.of("its policy input is not the one that was hashed: member " + question.getKey());
            }
            asked.append(asked.isEmpty() ? "{\"" : ",\"")
                    .append(question.getKey())
                    .append("\":")
                    .append(members.raw());
        }
        byte[] whole = asked.append('}').toString().getBytes(StandardCharsets.UTF_8);
        if (questions.isEmpty()) {
            return Optional.of("a policy input is stored for it, and it says that policy was not asked");
        }
        return Arrays.equals(whole, input)
                ? Optional.empty()
                : Optional.of("its policy input holds something else besides what was hashed");
    }

    private void forked(UUID recordId, String what) {
        findings.atRecord(Verdict.FORKED, recordId, what);
    }
}
