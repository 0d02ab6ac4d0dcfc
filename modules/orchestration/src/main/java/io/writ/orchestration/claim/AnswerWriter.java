package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.Clarification;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Capabilities;
import io.writ.orchestration.plan.Part;
import io.writ.orchestration.plan.PlanStep;
import io.writ.orchestration.schedule.Findings;
import io.writ.orchestration.schedule.PartFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an answer: supported claims for what was found, one unknown claim for each part that stayed open. */
public final class AnswerWriter {

    /** A reader checks this many claims; a longer list is an export. */
    public static final int CLAIMS_MAX = 12;

    private final StepClaims steps;
    private final Scopes scopes;

    public AnswerWriter(StepClaims steps, Capabilities capabilities) {
        this.steps = steps;
        this.scopes = new Scopes(capabilities);
    }

    /** Writes the answer of a run; a plan without parts is answered by asking back. */
    public Answer write(String claimMapId, List<PartFindings> findings) {
        List<PartAnswer> answers = findings.stream().map(this::answer).toList();
        List<Claim> open = open(answers);
        List<Claim> supported = supported(answers, CLAIMS_MAX - open.size());
        int untold = Math.toIntExact(answers.stream()
                        .flatMap(answer -> answer.claims().stream())
                        .distinct()
                        .count()
                - supported.size());
        boolean partial = !supported.isEmpty() && !open.isEmpty();
        List<Claim> claims = new ArrayList<>(supported);
        claims.addAll(open);
        Optional<Clarification> clarification =
                isVague(answers) ? Optional.of(scopes.clarification(answers)) : Optional.empty();
        String notes = Narrative.of(answers, partial, untold);
        ClaimMap map = new ClaimMap(
                claimMapId,
                open.isEmpty() ? TerminalMode.SUPPORTED : failure(answers),
                claims,
                clarification,
                Optional.of(notes).filter(text -> !text.isBlank()));
        String text = claims.stream().map(Claim::text).collect(Collectors.joining("\n"));
        return new Answer(map, text, clarification, partial);
    }

    private PartAnswer answer(PartFindings findings) {
        List<Claim> claims = new ArrayList<>();
        for (Findings attempt : findings.attempts()) {
            claims.addAll(steps.of(findings.part(), attempt));
        }
        return new PartAnswer(findings, claims);
    }

    private static List<Claim> open(List<PartAnswer> answers) {
        if (answers.isEmpty()) {
            return List.of(OpenPoint.unknown("The question is too broad: it names nothing that could be looked up."));
        }
        List<Claim> open = new ArrayList<>();
        for (PartAnswer answer : answers) {
            if (answer.isAnswered()) {
                OpenPoint.ofVersions(answer).ifPresent(open::add);
            } else {
                open.add(OpenPoint.of(answer));
            }
        }
        return open;
    }

    /** In turns, so that a part with many claims does not push out the others. */
    private static List<Claim> supported(List<PartAnswer> answers, int room) {
        int longest = answers.stream()
                .mapToInt(answer -> answer.claims().size())
                .max()
                .orElse(0);
        List<Claim> taken = new ArrayList<>();
        for (int turn = 0; turn < longest; turn++) {
            for (PartAnswer answer : answers) {
                if (turn < answer.claims().size()
                        && taken.size() < room
                        && !taken.contains(answer.claims().get(turn))) {
                    taken.add(answer.claims().get(turn));
                }
            }
        }
        List<Claim> order =
                answers.stream().flatMap(answer -> answer.claims().stream()).toList();
        taken.sort(Comparator.comparingInt(order::indexOf));
        return taken;
    }

    /** The part that went worst tells how the run ended: a refusal before an outage before nothing found. */
    private static TerminalMode failure(List<PartAnswer> answers) {
        List<TerminalMode> failures = answers.stream()
                .filter(answer -> !answer.isAnswered())
                .map(PartAnswer::failure)
                .toList();
        for (TerminalMode mode : List.of(TerminalMode.INSUFFICIENT_PERMISSION, TerminalMode.SOURCE_UNAVAILABLE)) {
            if (failures.contains(mode)) {
                return mode;
            }
        }
        return TerminalMode.INSUFFICIENT_EVIDENCE;
    }

    /**
     * Nothing to look up; or nothing the catalogue knows and nothing found anywhere; or a lone word that only names a
     * topic. A clear question whose answer is not there is not vague.
     */
    private static boolean isVague(List<PartAnswer> answers) {
        return answers.stream().allMatch(answer -> answer.isEmptyHanded() && isVague(answer));
    }

    private static boolean isVague(PartAnswer answer) {
        Part part = answer.findings().part();
        return part.step() instanceof PlanStep.LookUp lookUp
                && (part.content().size() == 1 || (lookUp.scope().isEmpty() && !answer.hasHits()));
    }
}
