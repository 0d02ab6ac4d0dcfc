package io.writ.cli.erasure;

import java.util.ArrayList;
import java.util.List;

/**
 * One place where something about a person is held, and how it goes. The person is told to the statements by settings of
 * their transaction, so that counting and changing ask the same question.
 *
 * @param name in the record of the erasure
 * @param words for a reader
 * @param condition which rows
 * @param change {@code delete}, {@code keep}, or what to set
 */
record Step(String name, String words, String table, String condition, String change) {

    private static final String TENANT = "tenant_id = current_setting('writ.erased_tenant')";
    private static final String SUBJECT = "current_setting('writ.erased_subject')";

    /** The person's id as JSON text writes it, in quotes: an id that is the beginning of another one is not meant. */
    private static final String LITERAL = "current_setting('writ.erased_literal')";

    private static final String KEYS =
            "select key_id from writ.subject_key where " + TENANT + " and subject = " + SUBJECT;
    private static final String QUESTIONS =
            "select question_commitment from writ.session where " + TENANT + " and principal_id = " + SUBJECT;

    private static final String NAMES = " ~ current_setting('writ.erased_word')";

    /** Read whole tables, and lock nothing that somebody else waits for. */
    private static final List<Step> SCANS = List.of(
            new Step(
                    "sealed_values",
                    "personal values can be opened by nobody any more",
                    "writ.personal_value",
                    TENANT + " and key_id in (" + KEYS + ")",
                    "keep"),
            new Step(
                    "unsealed_values",
                    "personal values of an older version are deleted",
                    "writ.personal_value",
                    TENANT + " and key_id is null and (content = " + SUBJECT + " or commitment in (" + QUESTIONS + "))",
                    "delete"),
            new Step(
                    "policy_inputs",
                    "policy inputs that name the person are emptied",
                    "writ.decision",
                    TENANT + " and policy_input is not null and position(convert_to(" + LITERAL
                            + ", 'UTF8') in policy_input) > 0",
                    "set policy_input = null"));

    /** What sources said stays unless it is asked for: it belongs to others too. */
    private static final Step EVIDENCE =
            evidence("whose content names the person", "strpos(content, " + LITERAL + ") > 0");

    /** Found by a word in a text, which an id may be without meaning the person. */
    private static final List<Step> TEXTS = List.of(
            evidence("in whose text the id stands", "(strpos(content, " + LITERAL + ") > 0 or content" + NAMES + ")"),
            new Step(
                    "source_versions",
                    "kept versions of documents in which the id stands are emptied",
                    "writ.source_version",
                    TENANT + " and content is not null and writ.text_of(content)" + NAMES,
                    "set content = null"),
            new Step(
                    "answers",
                    "runs of others in whose text the id stands lose question, claims and answer",
                    "writ.session",
                    TENANT + " and principal_id <> " + SUBJECT
                            + " and concat_ws(' ', question, claim_map::text, answer)" + NAMES,
                    "set question = null, claim_map = null, answer = null"));

    /** Lock rows that calls are waiting for, so they come last, the rows of the person's own runs at the very end. */
    private static final List<Step> LOCKING = List.of(
            new Step(
                    "actor_chains",
                    "runs of others lose the chain of actors that the person stood in",
                    "writ.session",
                    TENANT + " and principal_id <> " + SUBJECT
                            + " and actor_chain @> jsonb_build_array(jsonb_build_object('id', " + SUBJECT + "))",
                    "set actor_chain = '[]'"),
            new Step("keys", "key is destroyed", "writ.subject_key", TENANT + " and subject = " + SUBJECT, "delete"),
            new Step(
                    "rate_windows",
                    "rate windows are deleted",
                    "writ.rate_window",
                    TENANT + " and right(key, length(" + SUBJECT + ") + 1) = ':' || " + SUBJECT,
                    "delete"),
            new Step(
                    "runs",
                    "runs lose who, question, claims and answer",
                    "writ.session",
                    TENANT + " and principal_id = " + SUBJECT,
                    // The commitment is in the record anyway, and no principal can choose it as a name.
                    "set principal_id = 'writ:erased:' || encode(principal_commitment, 'hex'), actor_chain = '[]',"
                            + " roles = '{}', policy_snapshot = '{}', question = null, claim_map = null, answer = null"));

    /**
     * All steps in their order: what a key has sealed is counted while there is a key, and nobody's call waits while a
     * table is read.
     */
    static List<Step> all(Reach reach) {
        List<Step> steps = new ArrayList<>(SCANS);
        steps.addAll(
                switch (reach) {
                    case OWN -> List.of();
                    case EVIDENCE -> List.of(EVIDENCE);
                    case TEXTS -> TEXTS;
                });
        steps.addAll(LOCKING);
        return List.copyOf(steps);
    }

    /** Under one name, however it was found: a verification compares how much is empty with what erasures recorded. */
    private static Step evidence(String which, String condition) {
        return new Step(
                "evidence",
                "evidence units " + which + " are emptied",
                "writ.evidence",
                TENANT + " and content is not null and " + condition,
                "set content = null");
    }

    String countSql() {
        return "select count(*) from " + table + " where " + condition;
    }

    /** Whether rows change; otherwise they are only counted. */
    boolean changes() {
        return !change.equals("keep");
    }

    String changeSql() {
        return change.equals("delete")
                ? "delete from " + table + " where " + condition
                : "update " + table + " " + change + " where " + condition;
    }
}
