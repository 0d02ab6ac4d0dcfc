package io.writ.governance.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.writ.governance.policy.PatternMask;
import java.util.ArrayList;
import java.util.List;

/** Compiled pattern masks, applied one after the other in the order policy gave them. */
public final class TextMasks {

    /** Refused in every request before it is looked at, so no search can ask for it. */
    private static final char BLOT = '\u0000';

    private final List<PatternMask> masks;
    private final List<Pattern> patterns;

    private TextMasks(List<PatternMask> masks, List<Pattern> patterns) {
        this.masks = List.copyOf(masks);
        this.patterns = List.copyOf(patterns);
    }

    /** Compiles all masks; one that cannot work makes the whole obligation unfulfillable. */
    public static TextMasks compile(List<PatternMask> masks) throws UnusableMaskException {
        List<Pattern> patterns = new ArrayList<>();
        for (PatternMask mask : masks) {
            patterns.add(compile(mask));
        }
        return new TextMasks(masks, patterns);
    }

    private static Pattern compile(PatternMask mask) throws UnusableMaskException {
        try {
            Pattern pattern = Pattern.compile(mask.regex());
            if (!pattern.matches("")) {
                return pattern;
            }
        } catch (PatternSyntaxException unknown) {
            throw new UnusableMaskException("policy asks for a mask whose pattern is not RE2", unknown);
        }
        throw new UnusableMaskException("policy asks for a mask that matches the empty text");
    }

    /** The masks as policy gave them, in order. */
    public List<PatternMask> masks() {
        return masks;
    }

    /** Tells whether some mask finds something to hide in this text. */
    public boolean touch(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** The text with everything masked. */
    public String apply(String text) {
        String masked = text;
        for (int index = 0; index < patterns.size(); index++) {
            String replacement = Matcher.quoteReplacement(masks.get(index).replacement());
            masked = patterns.get(index).matcher(masked).replaceAll(replacement);
        }
        return masked;
    }

    /** Masks a span of a longer text: what is hidden whole is not shown in pieces either. */
    public String apply(String text, Surroundings around) {
        if (patterns.isEmpty()) {
            return text;
        }
        String before = around.before();
        String after = around.after();
        String masked = text;
        for (int index = 0; index < patterns.size(); index++) {
            masked = between(before, masked, after, index);
        }
        return masked;
    }

    /**
     * Every character that some mask hides in the text as it stands, overwritten by a character that nobody can type
     * into a search. Nothing moves, so positions in the text stay what they are.
     */
    public String blot(String text) {
        StringBuilder blotted = new StringBuilder(text);
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                for (int at = matcher.start(); at < matcher.end(); at++) {
                    blotted.setCharAt(at, BLOT);
                }
            }
        }
        return blotted.toString();
    }

    private String between(String before, String text, String after, int index) {
        String whole = before + text + after;
        int from = before.length();
        int to = from + text.length();
        StringBuilder out = new StringBuilder(text.length());
        int told = from;
        Matcher matcher = patterns.get(index).matcher(whole);
        while (told < to && matcher.find() && matcher.start() < to) {
            if (matcher.end() > from) {
                out.append(whole, told, Math.max(told, matcher.start()))
                        .append(masks.get(index).replacement());
                told = Math.min(matcher.end(), to);
            }
        }
        return out.append(whole, told, to).toString();
    }
}
