package io.writ.app.authzen;

import io.writ.app.json.JsonBuilders;
import io.writ.app.json.JsonMembers;
import io.writ.app.json.JsonShapeException;
import io.writ.app.rest.JsonAnswer;
import io.writ.governance.Caller;
import io.writ.governance.RefusalReason;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Several questions, with what they have in common said once: a member of a question replaces the common one whole. A
 * question that is malformed is answered as such; the others are not hurt by it. Only a rate that is used up ends the
 * whole list: a machine would take the rest for denials.
 */
record Batch(JsonObject common, List<JsonObject> questions, Semantic semantic) {

    /** Each question is a commit of its own; a caller that has more sends a second request. */
    static final int QUESTIONS_MAX = 50;

    private static final List<String> MEMBERS = List.of("subject", "action", "resource", "context");

    Batch {
        questions = List.copyOf(questions);
    }

    static Batch of(JsonMembers body, JsonObject document) {
        List<JsonObject> questions = body.objectList("evaluations");
        if (questions.size() > QUESTIONS_MAX) {
            throw body.wrong("evaluations", "must hold at most " + QUESTIONS_MAX + " questions");
        }
        return new Batch(document, questions, Semantic.in(body));
    }

    JsonObject answer(Evaluator evaluator, Caller caller) {
        JsonArrayBuilder verdicts = JsonBuilders.array();
        for (JsonObject question : questions) {
            Verdict verdict = verdict(evaluator, caller, question);
            verdicts.add(verdict.json());
            if (semantic.isSettledBy(verdict)) {
                break;
            }
        }
        return JsonBuilders.object().add("evaluations", verdicts).build();
    }

    private Verdict verdict(Evaluator evaluator, Caller caller, JsonObject question) {
        try {
            Verdict verdict = evaluator.evaluate(caller, Question.of(JsonMembers.of(completed(question))));
            if (verdict instanceof Verdict.Failed(var refusal) && refusal.reason() == RefusalReason.RATE_LIMITED) {
                throw JsonAnswer.refused(refusal);
            }
            return verdict;
        } catch (JsonShapeException malformed) {
            return new Verdict.Malformed(malformed.pointer() + " " + malformed.what());
        }
    }

    private JsonObject completed(JsonObject question) {
        JsonObjectBuilder whole = JsonBuilders.object();
        for (String member : MEMBERS) {
            JsonValue value = question.getOrDefault(member, common.get(member));
            if (value != null) {
                whole.add(member, value);
            }
        }
        return whole.build();
    }
}
