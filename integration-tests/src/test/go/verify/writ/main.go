// Verifies the writ of an answer with software that its authors did not write: crypto/ed25519 for the envelope,
// golang.org/x/mod/sumdb/note for the checkpoint, github.com/transparency-dev/merkle for the paths. It follows
// docs/formats/writ-of-an-answer.md and shares no code with Writ. It checks signatures, entries, proofs, digests and the
// names in the end of the run; not the spelling, the budget, the subject or the counts.
//
// Takes a writ and a file with the public key of the log. Prints one line and exits with 0 when all of that holds.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

const payloadType = "application/vnd.in-toto+json"

type envelope struct {
	Payload     string
	PayloadType string
	Signatures  []struct{ KeyID, Sig string }
}

type entry struct {
	EntryHash    string   `json:"entry_hash"`
	Kind         string   `json:"kind"`
	Lane         uint64   `json:"lane"`
	LeafHash     string   `json:"leaf_hash"`
	Path         []string `json:"path"`
	PreviousHash string   `json:"previous_hash"`
	Record       *string  `json:"record"`
	RecordID     string   `json:"record_id"`
	Seq          uint64   `json:"seq"`
	TreeIndex    uint64   `json:"tree_index"`
}

type record struct {
	RecordID     string `json:"record_id"`
	SessionID    string `json:"session_id"`
	Tenant       string `json:"tenant"`
	Event        string `json:"event"`
	Outcome      string `json:"outcome"`
	Verdict      string `json:"verdict"`
	TerminalMode string `json:"terminal_mode"`
	Detail       struct {
		Answer   string `json:"answer_sha256"`
		ClaimMap string `json:"claim_map_sha256"`
		Evidence string `json:"evidence_sha256"`
		Question string `json:"question_commitment"`
	} `json:"detail"`
	AfterEnd bool `json:"after_end"`
	Run      struct {
		Records int     `json:"records"`
		Leaves  *string `json:"leaves_sha256"`
	} `json:"run"`
}

type statement struct {
	Predicate struct {
		Answer struct {
			Sha256 string
			Text   *string
		} `json:"answer"`
		ClaimMap  json.RawMessage `json:"claim_map"`
		Evidence  json.RawMessage `json:"evidence"`
		Decisions []struct {
			RecordID string `json:"record_id"`
			Verdict  string `json:"verdict"`
			AfterEnd bool   `json:"after_end"`
		} `json:"decisions"`
		Question struct {
			Commitment string
			Opening    struct{ Salt, Text string }
		} `json:"question"`
		Run struct {
			SessionID    string `json:"session_id"`
			Tenant       string `json:"tenant"`
			TerminalMode string `json:"terminal_mode"`
		} `json:"run"`
		Ledger struct {
			Checkpoint string
			Entries    []entry
			Key        string
		} `json:"ledger"`
	} `json:"predicate"`
}

var kinds = map[string]byte{"decision": 2, "intent": 3, "outcome": 4, "gap": 5}

func main() {
	if len(os.Args) != 3 {
		fail("usage: writ FILE KEYFILE")
	}
	file, err := os.ReadFile(os.Args[1])
	check(err)
	keyText, err := os.ReadFile(os.Args[2])
	check(err)
	key := strings.TrimSpace(string(keyText))

	var env envelope
	check(json.Unmarshal(file, &env))
	payload := opened(env, key)
	var st statement
	check(json.Unmarshal(payload, &st))
	p := st.Predicate
	demand(p.Ledger.Key == key, "the writ names another key")
	demand(len(p.Decisions) == len(p.Ledger.Entries), "decisions and entries are not as many")

	size, root := checkpoint(p.Ledger.Checkpoint, key)
	records := map[string][]record{}
	for i, e := range p.Ledger.Entries {
		verifyEntry(e, size, root)
		demand(p.Decisions[i].RecordID == e.RecordID, "decisions stand in another order")
		if e.Record == nil {
			continue
		}
		var r record
		check(json.Unmarshal(decoded(*e.Record), &r))
		demand(r.RecordID == e.RecordID && r.SessionID == p.Run.SessionID && r.Tenant == p.Run.Tenant, "a foreign record")
		demand(r.Verdict == p.Decisions[i].Verdict && r.AfterEnd == p.Decisions[i].AfterEnd, "a decision that says something else")
		what := r.Event + " " + r.Outcome
		records[what] = append(records[what], r)
	}
	started := only(records["create_session opened"], "opened the run")
	finished := only(records["finalize finalized"], "finished the run")
	demand(finished.TerminalMode == p.Run.TerminalMode, "another terminal mode")
	demand(started.Detail.Question == p.Question.Commitment, "another question")
	if p.Question.Opening.Salt != "" {
		opening := append([]byte{0x20}, fromHex(p.Question.Opening.Salt)...)
		demand(sum(append(opening, p.Question.Opening.Text...)) == p.Question.Commitment, "the question does not open")
	}
	// Texts, claims and evidence are gone after an erasure; their digests in the record stay.
	demand(finished.Detail.Answer == p.Answer.Sha256, "another answer")
	if p.Answer.Text != nil {
		demand(sum([]byte(*p.Answer.Text)) == p.Answer.Sha256, "another text of the answer")
	}
	var leaves []string
	for i, e := range p.Ledger.Entries {
		if !p.Decisions[i].AfterEnd && e.RecordID != finished.RecordID {
			leaves = append(leaves, e.LeafHash)
		}
	}
	sort.Strings(leaves)
	demand(len(leaves) == finished.Run.Records, "the end of the run counted others")
	if finished.Run.Leaves != nil { // the end of a run of an older version names none
		named := sum(fromHex("21" + strings.Join(leaves, "")))
		demand(named == *finished.Run.Leaves, "the end of the run names other records")
	}
	// A part of a canonical text is canonical itself, so it is hashed as it stands.
	if p.ClaimMap != nil {
		demand(sum(p.ClaimMap) == finished.Detail.ClaimMap, "other claims")
	}
	if p.Evidence != nil {
		demand(sum(p.Evidence) == finished.Detail.Evidence, "other evidence")
	}
	fmt.Printf("verified %d entries of run %s under %d leaves\n", len(p.Ledger.Entries), p.Run.SessionID, size)
}

func only(found []record, what string) record {
	demand(len(found) == 1, fmt.Sprintf("%d records %s", len(found), what))
	return found[0]
}

func opened(env envelope, key string) []byte {
	parts := strings.SplitN(key, "+", 3)
	demand(len(parts) == 3, "the key is not written name+id+key")
	raw := decoded(parts[2])
	demand(env.PayloadType == payloadType && len(env.Signatures) == 1, "not the envelope of a writ")
	demand(env.Signatures[0].KeyID == parts[0]+"+"+parts[1], "signed by another key")
	payload := decoded(env.Payload)
	covered := fmt.Sprintf("DSSEv1 %d %s %d ", len(payloadType), payloadType, len(payload))
	signature := decoded(env.Signatures[0].Sig)
	demand(ed25519.Verify(raw[1:], append([]byte(covered), payload...), signature), "the signature is wrong")
	return payload
}

func checkpoint(msg, key string) (uint64, []byte) {
	verifier, err := note.NewVerifier(key)
	check(err)
	n, err := note.Open([]byte(msg), note.VerifierList(verifier))
	check(err)
	var size uint64
	var origin, root string
	_, err = fmt.Sscanf(n.Text, "%s\n%d\n%s\n", &origin, &size, &root)
	check(err)
	demand(origin == verifier.Name(), "a checkpoint of another log")
	return size, decoded(root)
}

func verifyEntry(e entry, size uint64, root []byte) {
	if e.Record != nil {
		demand(sum(append([]byte{0x10}, decoded(*e.Record)...)) == e.LeafHash, "a leaf of another record")
	}
	var hashed bytes.Buffer
	hashed.WriteByte(0x02)
	hashed.Write(fromHex(e.PreviousHash))
	check(binary.Write(&hashed, binary.BigEndian, e.Lane))
	check(binary.Write(&hashed, binary.BigEndian, e.Seq))
	hashed.WriteByte(kinds[e.Kind])
	hashed.Write(fromHex(e.LeafHash))
	demand(sum(hashed.Bytes()) == e.EntryHash, "an entry that does not follow")
	path := make([][]byte, len(e.Path))
	for i, text := range e.Path {
		path[i] = fromHex(text)
	}
	leaf := rfc6962.DefaultHasher.HashLeaf(fromHex(e.EntryHash))
	check(proof.VerifyInclusion(rfc6962.DefaultHasher, e.TreeIndex, size, leaf, path, root))
}

func sum(data []byte) string {
	digest := sha256.Sum256(data)
	return hex.EncodeToString(digest[:])
}

func decoded(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	check(err)
	return data
}

func fromHex(text string) []byte {
	data, err := hex.DecodeString(text)
	check(err)
	return data
}

func demand(holds bool, why string) {
	if !holds {
		fail(why)
	}
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
