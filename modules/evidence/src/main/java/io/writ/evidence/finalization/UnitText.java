package io.writ.evidence.finalization;

import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceUnit;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.BitSet;
import java.util.List;

/**
 * One unit, ready to be searched.
 *
 * @param idWords tokens of the object id, by number
 * @param present all tokens of claims that occur anywhere in the unit, by number
 */
record UnitText(EvidenceId id, Passages passages, List<FactRecord> records, BitSet idWords, BitSet present) {

    static UnitText of(EvidenceUnit unit, Vocabulary vocabulary) {
        Passages passages = new Passages(vocabulary);
        addTexts(unit.content(), passages, true);
        List<FactRecord> records = FactRecords.of(unit);
        BitSet idWords = new BitSet();
        FieldWords.forms(unit.objectId()).stream()
                .flatMap(List::stream)
                .forEach(token -> set(idWords, vocabulary.number(token)));
        BitSet present = passages.present();
        for (FactRecord record : records) {
            record.tokens().forEach(token -> set(present, vocabulary.number(token)));
            for (String word : record.context()) {
                set(present, vocabulary.number(new Token(TokenKind.WORD, word)));
                set(present, vocabulary.number(new Token(TokenKind.NAME, word)));
            }
        }
        return new UnitText(unit.id(), passages, records, idWords, present);
    }

    boolean hasAll(int[] numbers) {
        for (int number : numbers) {
            if (!present.get(number)) {
                return false;
            }
        }
        return true;
    }

    /** Text is text; a string inside JSON is text if it is more than a value, that is, more than one word. */
    private static void addTexts(JsonValue value, Passages passages, boolean whole) {
        switch (value) {
            case JsonString string
            when whole || string.getString().strip().contains(" ") -> passages.add(string.getString());
            case JsonObject object -> object.values().forEach(member -> addTexts(member, passages, false));
            case JsonArray array -> array.forEach(element -> addTexts(element, passages, false));
            case JsonValue _ -> {}
        }
    }

    private static void set(BitSet numbers, int number) {
        if (number >= 0) {
            numbers.set(number);
        }
    }
}
