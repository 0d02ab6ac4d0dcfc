package io.writ.governance.desk;

import io.writ.governance.Capability;
import java.util.Locale;

/** What somebody may want of the runtime, in the words shown to people. */
enum Intent {
    STRUCTURED_LOOKUP("Look up a record", "Ask for fields of one record, such as the status of a customer."),
    STRUCTURED_AGGREGATION("Count and compare", "Ask for counts, sums and trends over records."),
    EVIDENCE_LOOKUP("Find it in writing", "Ask what a document says; the answer quotes its source."),
    VERSION_REVIEW("See what changed", "Ask which versions of a document are known, and what differs.");

    private final String title;
    private final String description;

    Intent(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** The name that policy and the wire know. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Capability capability(Advice advice) {
        return new Capability(
                wireName(),
                title,
                description,
                advice.list("examples"),
                advice.list("scope_labels"),
                advice.list("view_ids"),
                advice.list("field_labels"),
                advice.list("dimension_labels"),
                advice.list("source_scopes"),
                advice.list("document_hints"));
    }
}
