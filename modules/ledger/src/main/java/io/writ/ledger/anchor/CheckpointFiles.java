package io.writ.ledger.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of one log in a directory: {@code <millions>/<size>.checkpoint}, both with leading zeros, so that names
 * sort as sizes do and the newest is found without opening the others.
 */
record CheckpointFiles(Path folder) {

    private static final long LEAVES_PER_SHELF = 1_000_000;

    /** Past so many unusable files somebody is playing; the newest usable one may be further down and is not looked for. */
    private static final int PASSED_OVER_MAX = 100;

    /** Many times what a checkpoint with a hundred signatures has. */
    private static final int BYTES_MAX = 65_536;

    private static final Pattern SHELF = Pattern.compile("[0-9]{13}");
    private static final Pattern FILE = Pattern.compile("[0-9]{19}(?:-[0-9])?\\.checkpoint");

    static String shelf(long size) {
        return String.format(Locale.ROOT, "%013d", size / LEAVES_PER_SHELF);
    }

    static String file(long size, int attempt) {
        String digits = String.format(Locale.ROOT, "%019d", size);
        return digits + (attempt == 0 ? "" : "-" + attempt) + ".checkpoint";
    }

    AnchorReading newest(LogTrust trust) {
        var unknown = new ArrayList<String>();
        var strangers = new ArrayList<String>();
        var remarks = new ArrayList<String>();
        if (!Files.isDirectory(folder)) {
            return AnchorReading.nothing();
        }
        for (Path shelf : newestFirst(folder, SHELF)) {
            for (Path file : newestFirst(shelf, FILE)) {
                switch (judge(file, trust)) {
                    case Judgement.Believed(var anchored) -> {
                        return new AnchorReading(Optional.of(anchored), unknown, strangers, remarks);
                    }
                    case Judgement.Unknown(var sentence) -> unknown.add(sentence);
                    case Judgement.Strange(var sentence) -> strangers.add(sentence);
                    case Judgement.Broken(var sentence) -> remarks.add(sentence);
                }
                if (unknown.size() + strangers.size() + remarks.size() >= PASSED_OVER_MAX) {
                    throw new AnchorException(
                            "the newest " + PASSED_OVER_MAX + " files in " + folder + " are no checkpoints of the log");
                }
            }
        }
        return new AnchorReading(Optional.empty(), unknown, strangers, remarks);
    }

    static Judgement judge(Path file, LogTrust trust) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(BYTES_MAX);
            Judgement judgement = trust.judge(new String(bytes, StandardCharsets.UTF_8), file.toString());
            return named(file, judgement.since(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException unreadable) {
            throw AnchorException.of("the file " + file + " could not be read", unreadable);
        }
    }

    /** An old checkpoint under the name of a large one would hide the newest. */
    private static Judgement named(Path file, Judgement judgement) {
        if (judgement instanceof Judgement.Believed(var anchored)) {
            String digits =
                    String.format(Locale.ROOT, "%019d", anchored.checkpoint().size());
            if (!file.getFileName().toString().startsWith(digits)) {
                return new Judgement.Strange(file + " holds a checkpoint of another size than its name says");
            }
        }
        return judgement;
    }

    private static List<Path> newestFirst(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw AnchorException.of("the directory " + folder + " could not be read", unreadable);
        }
    }
}
