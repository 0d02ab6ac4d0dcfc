package io.writ.ledger.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An export that was opened: its manifest, and where the bytes of each file lie. */
final class ExportFiles implements AutoCloseable {

    /** A hundred thousand files with their names; a hundred thousand gigabytes of entries. */
    private static final long MANIFEST_MAX = 64L << 20;

    private final List<FileChannel> channels = new ArrayList<>();
    private final Map<String, Region> regions = new HashMap<>();
    private final Path place;

    private ExportFiles(Path place) {
        this.place = place;
    }

    /** Opens a directory or a tar file. */
    static ExportFiles open(Path place) throws IOException {
        var files = new ExportFiles(place);
        try {
            if (Files.isDirectory(place)) {
                files.listFolder();
            } else if (Files.isRegularFile(place)) {
                files.listTar();
            } else {
                throw new ExportException(place + " is not there: say the folder or the .tar file that was exported");
            }
            return files;
        } catch (IOException | RuntimeException failure) {
            files.close();
            throw failure;
        }
    }

    Manifest manifest() throws IOException {
        Region region = regions.get(Manifest.NAME);
        if (region == null) {
            throw new ExportException(place + " is not a whole export: it has no " + Manifest.NAME
                    + ", which is written last; export again");
        }
        if (region.length() > MANIFEST_MAX) {
            throw new ExportException(Manifest.NAME, "it is larger than any manifest");
        }
        byte[] text = new byte[(int) region.length()];
        region.readFully(0, text);
        return Manifest.parse(text);
    }

    Optional<Region> region(String name) {
        return Optional.ofNullable(regions.get(name));
    }

    /** The bytes of a kind of files; what is missing is left out. */
    List<Region> regions(List<ExportedFile> files) {
        return files.stream()
                .map(file -> region(file.name()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }

    private void listFolder() throws IOException {
        try (var files = Files.list(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                FileChannel channel = channel(file);
                regions.put(name, new Region(name, channel, 0, channel.size()));
            }
        }
    }

    private void listTar() throws IOException {
        FileChannel channel = channel(place);
        long position = 0;
        byte[] block = new byte[TarHeader.BLOCK];
        while (position + TarHeader.BLOCK <= channel.size()) {
            channel.read(ByteBuffer.wrap(block), position);
            if (block[0] == 0) {
                return;
            }
            TarHeader header = TarHeader.parse(block);
            long from = position + TarHeader.BLOCK;
            long length = Math.min(header.size(), channel.size() - from);
            regions.put(header.name(), new Region(header.name(), channel, from, length));
            position = from + header.size() + TarHeader.padding(header.size());
        }
    }

    private FileChannel channel(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channels.add(channel);
        return channel;
    }
}
