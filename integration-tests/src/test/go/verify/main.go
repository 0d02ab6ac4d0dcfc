// Verifies what a Writ server hands out with software that its authors did not write: golang.org/x/mod/sumdb/note for
// the checkpoints, golang.org/x/mod/sumdb/tlog for the tiles, github.com/transparency-dev/merkle for the proofs.
//
// Reads a directory: key (the public key), checkpoint.old, checkpoint.new (signed notes), inclusion.json and
// consistency.json (as the server sends them), and the tiles of the newer tree under tile/. Prints one line and exits
// with 0 when everything holds.
package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type checkpoint struct {
	size uint64
	root []byte
}

type inclusion struct {
	EntryHash  string   `json:"entry_hash"`
	TreeIndex  uint64   `json:"tree_index"`
	TreeSize   uint64   `json:"tree_size"`
	Path       []string `json:"path"`
	Checkpoint string   `json:"checkpoint"`
}

type consistency struct {
	From uint64   `json:"from"`
	To   uint64   `json:"to"`
	Path []string `json:"path"`
}

type tiles struct{ dir string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(wanted))
	for i, tile := range wanted {
		// tlog writes the height first, the C2SP path does not.
		rel, err := filepath.Rel("tile/8", tile.Path())
		if err != nil {
			return nil, err
		}
		if read[i], err = os.ReadFile(filepath.Join(t.dir, "tile", rel)); err != nil {
			return nil, err
		}
	}
	return read, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func main() {
	if len(os.Args) != 2 {
		fail("usage: verify DIRECTORY")
	}
	dir := os.Args[1]
	verifier, err := note.NewVerifier(string(read(dir, "key")))
	check(err)
	older := opened(read(dir, "checkpoint.old"), verifier)
	newer := opened(read(dir, "checkpoint.new"), verifier)

	var in inclusion
	check(json.Unmarshal(read(dir, "inclusion.json"), &in))
	entry, err := hex.DecodeString(in.EntryHash)
	check(err)
	under := opened([]byte(in.Checkpoint), verifier)
	leaf := rfc6962.DefaultHasher.HashLeaf(entry)
	check(proof.VerifyInclusion(rfc6962.DefaultHasher, in.TreeIndex, in.TreeSize, leaf, path(in.Path), under.root))

	var con consistency
	check(json.Unmarshal(read(dir, "consistency.json"), &con))
	if con.From != older.size || con.To != newer.size {
		fail("the consistency proof is for other sizes")
	}
	check(proof.VerifyConsistency(
		rfc6962.DefaultHasher, con.From, con.To, path(con.Path), older.root, newer.root))

	tree := tlog.Tree{N: int64(newer.size), Hash: tlog.Hash(newer.root)}
	reader := tlog.TileHashReader(tree, tiles{dir})
	for index := int64(0); index < tree.N; index++ {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		check(err)
		if uint64(index) == in.TreeIndex && string(hashes[0][:]) != string(leaf) {
			fail("the tile holds another leaf than the proof")
		}
	}
	fmt.Printf("verified %d leaves, root %x\n", tree.N, newer.root)
}

func opened(msg []byte, verifier note.Verifier) checkpoint {
	n, err := note.Open(msg, note.VerifierList(verifier))
	check(err)
	// A checkpoint has the origin where the go.sum database has a fixed line, so it is read here.
	var size uint64
	var origin, root string
	if _, err := fmt.Sscanf(n.Text, "%s\n%d\n%s\n", &origin, &size, &root); err != nil {
		fail("not a checkpoint: " + err.Error())
	}
	if origin != verifier.Name() {
		fail("a checkpoint of another log")
	}
	hash, err := base64.StdEncoding.DecodeString(root)
	check(err)
	return checkpoint{size, hash}
}

func path(texts []string) [][]byte {
	hashes := make([][]byte, len(texts))
	for i, text := range texts {
		hash, err := base64.StdEncoding.DecodeString(text)
		check(err)
		hashes[i] = hash
	}
	return hashes
}

func read(dir, name string) []byte {
	bytes, err := os.ReadFile(filepath.Join(dir, name))
	check(err)
	return bytes
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, "NOT VERIFIED: "+why)
	os.Exit(1)
}
