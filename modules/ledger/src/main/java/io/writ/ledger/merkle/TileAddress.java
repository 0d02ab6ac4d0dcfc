package io.writ.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile of C2SP {@code tlog-tiles}: 256 hashes of tree level {@code 8 * level}, fewer in a partial one.
 *
 * @param level of the tile, 0 for leaves, 7 at most
 * @param index of the tile within its level
 * @param width hashes it holds, 1 to 256
 */
public record TileAddress(int level, long index, int width) {

    /** Hashes of a full tile. */
    public static final int FULL_WIDTH = 256;

    /** Levels of the tree that one level of tiles spans. */
    public static final int HEIGHT = 8;

    private static final int LEVEL_MAX = 7;
    private static final int GROUP = 1_000;

    /** {@code <L>/<N>[.p/<W>]}, where N is written in groups of three digits, all but the last with an x in front. */
    private static final Pattern PATH =
            Pattern.compile("(?<level>[0-7])/(?<index>(?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    public TileAddress {
        if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile that holds a node whose level is a multiple of eight, as wide as a tree of this size has it. */
    static TileAddress holding(int tileLevel, long node, long size) {
        long index = node / FULL_WIDTH;
        long nodes = size >> (tileLevel * HEIGHT);
        return new TileAddress(tileLevel, index, (int) Math.min(FULL_WIDTH, nodes - index * FULL_WIDTH));
    }

    /** Reads the path, for instance {@code 0/x001/x234/067} or {@code 1/000.p/17}; empty for any other text. */
    public static Optional<TileAddress> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group("index").replace("x", "").replace("/", "");
        String width = matcher.group("width");
        int hashes = width == null ? FULL_WIDTH : Integer.parseInt(width);
        boolean spelledOut = width != null && hashes >= FULL_WIDTH;
        boolean beyondNumbers = Long.toString(Long.MAX_VALUE).length() <= digits.length();
        if (spelledOut || beyondNumbers) {
            return Optional.empty();
        }
        TileAddress address = new TileAddress(Integer.parseInt(matcher.group("level")), Long.parseLong(digits), hashes);
        // A longer spelling of the same number is another path, and one tile has one path.
        return address.path().equals(path) ? Optional.of(address) : Optional.empty();
    }

    /** The path below {@code /tile/}. */
    public String path() {
        List<String> groups = new ArrayList<>();
        groups.add(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.add(String.format(Locale.ROOT, "x%03d", rest % GROUP));
        }
        String partial = width == FULL_WIDTH ? "" : ".p/" + width;
        return level + "/" + String.join("/", groups.reversed()) + partial;
    }
}
