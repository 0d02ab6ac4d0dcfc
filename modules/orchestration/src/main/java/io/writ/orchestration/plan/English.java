package io.writ.orchestration.plan;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The grammar words of plain English. None of them is the subject of a question; none belongs to any source. */
final class English {

    /** Words that hold a sentence together. */
    static final Set<String> FUNCTION_WORDS = folded("""
            a an the this that these those it its they them their there here he she his her him we us our ours you your
            yours i me my mine who whom whose which what when where why how is are was were be been being am do does did
            done doing have has had having can could may might must shall should will would need needs and or nor not no
            yes but if then else than so as at by for from in into of off on onto out over per to toward under until up
            upon with within without about above across after again against all also any anyone anything are aren't
            because before below between both don't each either else every everyone everything few isn't just let's like
            many more most much neither now off once one only other others own same some somebody someone something such
            too very via plus along well whether while s t re ve ll d m please kindly thanks thank hello hi dear hey okay ok currently
            current come comes came go goes going get gets make makes take takes use uses using work works belong belongs
            apply applies happen happens long often far live lives located based named today moment right really actually exactly exact there's what's who's how's it's i'm i'd
            """);

    /** Words about asking and about documents as such, not about what they say. */
    static final Set<String> ASKING_WORDS = folded("""
            ask asking answer answers question questions tell show list give find get fetch look lookup see search read
            display print explain describe define outline summarise summarize summary provide know want wanted
            wonder wondering document documents documentation file files text texts source sources quote quotes quoted
            quoting cite cited citation citations evidence passage passages sentence paragraph page pages record records
            row rows view views table tables data information info detail details say says said saying state states
            stated mention mentions mentioned according regarding concerning related relation concern thing things kind
            kinds sort help me exist exists existing
            """);

    /** A clause that has one of these asks for something by itself. */
    static final Set<String> COMMAND_WORDS = folded("""
            what which who whom whose when where why how list show give tell find get fetch count explain describe quote
            cite summarise summarize search look
            """);

    /** A clause that begins with one of these does so too. */
    static final Set<String> OPENING_WORDS =
            folded("is are was were do does did can could may must should shall will would has have had");

    static final Set<String> JOINING_WORDS = folded("and plus then along also");
    static final Set<String> COUNTING = folded("count counts number tally");
    static final Set<String> SUMMING = folded("total totals sum sums altogether");
    static final Set<String> AVERAGING = folded("average averages mean avg");
    static final Set<String> HIGHEST = folded("highest maximum max largest biggest greatest most top");
    static final Set<String> LOWEST = folded("lowest minimum min smallest fewest least bottom");
    static final Set<String> GROUPING = folded("by per each every across");
    static final Set<String> SPREADING = folded("breakdown distribution split grouped group compare comparison");
    static final Set<String> BOUNDING =
            folded("over above below under than before after between since until exceeding");
    static final Set<String> DAYS = folded("daily day days date");
    static final Set<String> MONTHS = folded("monthly month months");
    static final Set<String> TRENDS = folded("trend trends trending");
    static final Set<String> PERIODIC = folded("daily monthly");
    static final Set<String> HOW = folded("how");
    static final Set<String> MANY = folded("many");
    static final Set<String> BEFORE_CHANGED = folded("what has have had been");
    static final Set<String> AFTER_CHANGED = folded("since between");
    static final Set<String> VERSIONS = folded("version versions revision revisions history");
    static final Set<String> CHANGES = folded("changed changes change");
    static final Set<String> DOCUMENTS = folded(
            "document documents file files text quote cite citation passage source sources says say state mention");

    private English() {}

    /** Tells whether a word only says which figure is wanted. */
    static boolean isFigureWord(Word word) {
        return Stream.of(COUNTING, SUMMING, AVERAGING, HIGHEST, LOWEST, SPREADING, TRENDS)
                .anyMatch(words -> words.contains(word.folded()));
    }

    /** Tells whether a word can be what a question is about. */
    static boolean isContent(Word word) {
        return !FUNCTION_WORDS.contains(word.folded()) && !ASKING_WORDS.contains(word.folded());
    }

    private static Set<String> folded(String words) {
        return Arrays.stream(words.strip().split("\\s+")).map(Folding::fold).collect(Collectors.toUnmodifiableSet());
    }
}
