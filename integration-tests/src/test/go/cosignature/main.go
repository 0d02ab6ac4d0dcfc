// Verifies a checkpoint that a Writ server hands out and its cosignature (C2SP tlog-cosignature) with
// golang.org/x/mod/sumdb/note. That package has no verifier for cosignatures, so one is given to it here: what is signed
// is built from the text of the specification, with crypto/ed25519 of the standard library.
//
// Reads a directory: checkpoint (a signed note), log (its public key) and witness (the public key of the witness).
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
	seen time.Time
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }

func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(sig)
	c.seen = time.Unix(int64(seconds), 0).UTC()
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func main() {
	dir := os.Args[1]
	log, err := note.NewVerifier(read(dir, "log"))
	check(err)
	witness := parse(read(dir, "witness"))
	opened, err := note.Open([]byte(read(dir, "checkpoint")), note.VerifierList(log, witness))
	check(err)
	if len(opened.Sigs) != 2 || len(opened.UnverifiedSigs) != 0 {
		fail("the log and its witness did not both sign")
	}
	fmt.Printf("witnessed by %s at %s\n", witness.name, witness.seen.Format(time.RFC3339))
}

func parse(vkey string) *cosigner {
	parts := strings.SplitN(strings.TrimSpace(vkey), "+", 3)
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	if len(typed) != 1+ed25519.PublicKeySize || typed[0] != 4 {
		fail("not the key of a cosignature")
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	hash := binary.BigEndian.Uint32(id[:4])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		fail("the id belongs to another key")
	}
	return &cosigner{name: parts[0], hash: hash, key: typed[1:]}
}

func read(dir, name string) string {
	bytes, err := os.ReadFile(filepath.Join(dir, name))
	check(err)
	return string(bytes)
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
