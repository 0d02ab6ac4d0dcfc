package io.writ.ledger.persistence;

/** Sees records beside their entries, in no particular order. The views are the same each time; what they show is not. */
public interface RecordVisitor {

    /** A record and the entry that stands for it. */
    void visitWithEntry(StoredRecord record, EntryView entry);

    /** A record that no entry stands for. */
    void visitWithoutEntry(StoredRecord record);

    /** An entry whose record should be there. */
    void visitWithoutRecord(EntryView entry);
}
