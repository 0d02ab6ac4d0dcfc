package io.writ.ledger;

import java.util.UUID;

/** Where in a log something was found. */
public sealed interface Place {

    /** As a reader is told. */
    String text();

    /** One entry. */
    record OfEntry(long lane, long seq) implements Place {
        @Override
        public String text() {
            return "lane " + lane + ", entry " + seq;
        }
    }

    /** A lane as it was opened. */
    record OfLane(long lane) implements Place {
        @Override
        public String text() {
            return "lane " + lane;
        }
    }

    /** A record that no entry leads to. */
    record OfRecord(UUID recordId) implements Place {
        @Override
        public String text() {
            return "record " + recordId;
        }
    }

    /** A run of which no single record offends. */
    record OfRun(String session) implements Place {
        @Override
        public String text() {
            return "run " + session;
        }
    }

    /** A leaf of the tree, counted from 0. */
    record OfLeaf(long index) implements Place {
        @Override
        public String text() {
            return "leaf " + index;
        }
    }

    /** A full tile of the tree. */
    record OfTile(int level, long index) implements Place {
        @Override
        public String text() {
            return "tile " + level + "/" + index;
        }
    }

    /** A checkpoint, named by the size of its tree. */
    record OfCheckpoint(long size) implements Place {
        @Override
        public String text() {
            return "checkpoint " + size;
        }
    }

    /** The tree as a whole. */
    record OfTree() implements Place {
        @Override
        public String text() {
            return "tree";
        }
    }

    /** A file of an export. */
    record OfFile(String name) implements Place {
        @Override
        public String text() {
            return name;
        }
    }

    /** A place outside the database that keeps checkpoints. */
    record OfAnchor(String name) implements Place {
        @Override
        public String text() {
            return "anchor " + name;
        }
    }
}
