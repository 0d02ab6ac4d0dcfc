package io.writ.orchestration.plan;

/**
 * One word of a text.
 *
 * @param written as it stands in the text
 * @param folded for comparison
 * @param start index of its first character in the text
 * @param end index after its last character
 * @param named whether it looks like the name of one thing: it has a digit, or a capital inside a sentence
 */
public record Word(String written, String folded, int start, int end, boolean named) {

    /** What a search by substring is asked for: the part that singular and plural have in common. */
    public String searchTerm() {
        return folded.endsWith("y") && folded.length() > 4 ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Shorter words share beginnings by chance. */
    private static final int KIN_MIN = 5;

    /** Endings that make another form of a word are not longer than this: approve and approval, deliver and delivery. */
    private static final int ENDING_MAX = 3;

    /** Whether the other folded word is this word or a form of it. */
    public boolean isKinOf(String other) {
        String shorter = folded.length() <= other.length() ? folded : other;
        String longer = folded.length() <= other.length() ? other : folded;
        return shorter.equals(longer)
                || (shorter.length() >= KIN_MIN
                        && longer.length() - shorter.length() <= ENDING_MAX
                        && longer.startsWith(shorter)
                        && shorter.chars().allMatch(Character::isLetter));
    }
}
