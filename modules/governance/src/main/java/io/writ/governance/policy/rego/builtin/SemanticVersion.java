package io.writ.governance.policy.rego.builtin;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version by SemVer 2.0.0, with an optional v before it; build metadata does not count. */
record SemanticVersion(List<BigInteger> numbers, List<String> preRelease) implements Comparable<SemanticVersion> {

    private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
    private static final Pattern GRAMMAR = Pattern.compile("v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");

    SemanticVersion {
        numbers = List.copyOf(numbers);
        preRelease = List.copyOf(preRelease);
    }

    static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = List.of(
                new BigInteger(matcher.group(1)), new BigInteger(matcher.group(2)), new BigInteger(matcher.group(3)));
        String identifiers = matcher.group(4);
        List<String> preRelease = identifiers == null ? List.of() : List.of(identifiers.split("\\.", -1));
        boolean valid = numbers.stream().allMatch(number -> number.bitLength() < Long.SIZE)
                && preRelease.stream()
                        .noneMatch(
                                identifier -> LEADING_ZERO.matcher(identifier).matches());
        return valid ? Optional.of(new SemanticVersion(numbers, preRelease)) : Optional.empty();
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < numbers.size(); i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return comparePreRelease(other.preRelease);
    }

    private int comparePreRelease(List<String> others) {
        for (int i = 0; i < Math.min(preRelease.size(), others.size()); i++) {
            int order = compare(preRelease.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), others.size());
    }

    /** Numbers come before words. */
    private static int compare(String left, String right) {
        boolean leftIsNumber = DIGITS.matcher(left).matches();
        boolean rightIsNumber = DIGITS.matcher(right).matches();
        if (leftIsNumber && rightIsNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftIsNumber == rightIsNumber
                ? Integer.signum(left.compareTo(right))
                : Boolean.compare(rightIsNumber, leftIsNumber);
    }
}
