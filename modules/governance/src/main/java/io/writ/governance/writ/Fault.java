package io.writ.governance.writ;

/**
 * Every reason for which a writ is refused. Codes are part of the format: the page that verifies in a browser says the
 * same ones with the same words.
 */
public enum Fault {
    FILE_TOO_LARGE("file.too_large", true, "it is larger than a writ can be"),
    ENVELOPE_MALFORMED("envelope.malformed", true, "it is no JSON in UTF-8 that every reader understands alike"),
    ENVELOPE_SHAPE("envelope.shape", true, "it is no DSSE envelope with one signature"),
    ENVELOPE_CANONICAL("envelope.canonical", false, "it is not byte for byte as a writ is written (RFC 8785)"),
    ENVELOPE_PAYLOAD_TYPE("envelope.payload_type", false, "the payload is said to be something else than a statement"),
    ENVELOPE_BASE64("envelope.base64", false, "it is no base64, or base64 in another spelling"),
    PAYLOAD_MALFORMED(
            "payload.malformed", false, "the payload is no JSON in UTF-8 that every reader understands alike"),
    PAYLOAD_CANONICAL("payload.canonical", false, "the payload is not byte for byte canonical (RFC 8785)"),
    STATEMENT_VERSION("statement.version", true, "it is of a type or version that this program does not know"),
    STATEMENT_UNKNOWN("statement.unknown", true, "it has a member that this program does not know and cannot check"),
    STATEMENT_SHAPE("statement.shape", false, "it is missing, or not what the format says"),
    STATEMENT_SUBJECT("statement.subject", false, "the subject is not this answer"),
    KEY_MALFORMED("key.malformed", false, "it is no public key of a log"),
    KEY_ID("key.id", false, "the envelope names another key than the writ"),
    KEY_OTHER("key.other", false, "it is none of those that you gave"),
    SIGNATURE_WRONG("signature.wrong", false, "the key of the log did not sign this payload"),
    CHECKPOINT_MALFORMED("checkpoint.malformed", false, "it is no signed checkpoint"),
    CHECKPOINT_ORIGIN("checkpoint.origin", false, "it is of another log"),
    CHECKPOINT_SIGNATURE("checkpoint.signature", false, "the key of the log did not sign it"),
    CHECKPOINT_WITNESS("checkpoint.witness", false, "a witness whose key you gave did not sign it"),
    ENTRY_RECORD("entry.record", false, "the record is no canonical JSON in canonical base64"),
    ENTRY_LEAF("entry.leaf", false, "the leaf is not the hash of the record"),
    ENTRY_HASH("entry.hash", false, "the hash does not follow from the entry before, its place, its kind and its leaf"),
    ENTRY_PROOF("entry.proof", false, "the path does not lead to the root of the checkpoint"),
    ENTRY_TWICE("entry.twice", false, "it stands here twice"),
    RECORD_FOREIGN("record.foreign", false, "the record is of another run or another tenant"),
    RECORD_NAME("record.name", false, "the record calls itself otherwise than its entry does"),
    RECORD_SHAPE("record.shape", false, "it is missing from the record, or not what a record says there"),
    RUN_OPENED("run.opened", false, "not exactly one record opened the run"),
    RUN_FINISHED("run.finished", false, "not exactly one record finished the run"),
    RUN_FACTS("run.facts", false, "the records say something else"),
    RUN_COUNTS("run.counts", false, "the record that finished the run counted others"),
    QUESTION_COMMITMENT("question.commitment", false, "the run was opened with another question"),
    QUESTION_OPENING("question.opening", false, "salt and text do not open the commitment"),
    ANSWER_DIGEST("answer.digest", false, "the run was finished with another answer"),
    CLAIMS_DIGEST("claims.digest", false, "the run was finished with other claims"),
    EVIDENCE_DIGEST("evidence.digest", false, "the run was finished with other evidence cited"),
    EVIDENCE_RELEASED("evidence.released", false, "no record released it"),
    DECISION_FACTS("decision.facts", false, "its record says something else"),
    BUDGET_GRANTED("budget.granted", false, "the run was opened with another budget"),
    BUDGET_SPENT("budget.spent", false, "the records add up to something else");

    private final String code;
    private final boolean unreadable;
    private final String sentence;

    Fault(String code, boolean unreadable, String sentence) {
        this.code = code;
        this.unreadable = unreadable;
        this.sentence = sentence;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Whether the file could not be read, in contrast to one that was read and does not hold. */
    public boolean isUnreadable() {
        return unreadable;
    }

    /** What is wrong with the part that is named beside it. */
    public String sentence() {
        return sentence;
    }
}
