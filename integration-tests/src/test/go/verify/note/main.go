// Opens a signed note with software that its authors did not write, knowing one key and no other.
//
// Usage: note KEY-FILE NOTE-FILE. Prints who signed, or why nobody whom it knows did, and exits with 0 or 1.
package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

func main() {
	if len(os.Args) != 3 {
		fail("usage: note KEY-FILE NOTE-FILE")
	}
	key, err := os.ReadFile(os.Args[1])
	check(err)
	msg, err := os.ReadFile(os.Args[2])
	check(err)
	verifier, err := note.NewVerifier(strings.TrimSpace(string(key)))
	check(err)
	opened, err := note.Open(msg, note.VerifierList(verifier))
	check(err)
	fmt.Printf("signed by %s, and by %d it does not know\n", opened.Sigs[0].Name, len(opened.UnverifiedSigs))
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	fmt.Println(why)
	os.Exit(1)
}
