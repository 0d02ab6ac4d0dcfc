package io.writ.ledger.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the key, the text and the signature that the Go implementation publishes. */
class SignedNoteTest {

    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final NoteKey key = NoteKey.parse(KEY);

    @Test
    void ourSignatureIsTheirs() {
        SignedNote note = new SignedNote(TEXT, List.of()).with(signer(key).sign(TEXT, NOW));
        assertThat(note.written()).isEqualTo(NOTE);
        assertThat(key.text()).isEqualTo(KEY);
    }

    @Test
    void theirSignatureVerifies() {
        assertThat(NoteVerifier.verify(SignedNote.parse(NOTE), key))
                .isEqualTo(new NoteVerifier.Verdict.Signed(Optional.empty()));
    }

    @Test
    void aChangedTextIsForged() {
        assertThat(NoteVerifier.verify(SignedNote.parse(NOTE.replace("answer", "Answer")), key))
                .isInstanceOf(NoteVerifier.Verdict.Forged.class);
    }

    @Test
    void aKeyThatDidNotSignIsAbsent() {
        NoteKey other = new NoteKey("somebody.else", NoteKey.Type.ED25519, key.publicKey());
        assertThat(NoteVerifier.verify(SignedNote.parse(NOTE), other)).isInstanceOf(NoteVerifier.Verdict.Absent.class);
    }

    @Test
    void aWitnessSaysWhenItSawTheNote() {
        NoteKey witness = new NoteKey("witness.example", NoteKey.Type.COSIGNATURE, key.publicKey());
        SignedNote note = SignedNote.parse(NOTE).with(signer(witness).sign(TEXT, NOW));
        assertThat(NoteVerifier.verify(SignedNote.parse(note.written()), witness))
                .isEqualTo(new NoteVerifier.Verdict.Signed(Optional.of(NOW)));
        SignatureLine line = note.signatures().getLast();
        byte[] later = line.signature();
        later[Long.BYTES - 1]++;
        SignedNote backdated = SignedNote.parse(NOTE).with(new SignatureLine(line.name(), line.keyId(), later));
        assertThat(NoteVerifier.verify(backdated, witness)).isInstanceOf(NoteVerifier.Verdict.Forged.class);
        byte[] cut = Arrays.copyOf(line.signature(), 9);
        SignedNote shortened = SignedNote.parse(NOTE).with(new SignatureLine(line.name(), line.keyId(), cut));
        assertThat(NoteVerifier.verify(shortened, witness)).isInstanceOf(NoteVerifier.Verdict.Forged.class);
    }

    @Test
    void aNewKeyIsReadBackAndSigns() {
        NoteSigner minted = NoteSigner.parse(NoteSigner.mint("writ.example/log"));
        SignedNote note = new SignedNote(TEXT, List.of()).with(minted.sign(TEXT, NOW));
        assertThat(NoteVerifier.verify(note, minted.key())).isInstanceOf(NoteVerifier.Verdict.Signed.class);
        assertThat(NoteVerifier.verify(
                        note,
                        NoteSigner.parse(NoteSigner.mint("writ.example/log")).key()))
                .isInstanceOf(NoteVerifier.Verdict.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                KEY,
                "PRIVATE+KEY+PeterNeumann+c74f20a3+" + SEED,
                "PRIVATE+KEY+Somebody+c74f20a3+" + SEED + "\n" + KEY,
                "PRIVATE+KEY+PeterNeumann+c74f20a3\n" + KEY,
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEK\n" + KEY
            })
    void aMalformedSigningKeyIsRefused(String text) {
        assertThatExceptionOfType(NoteException.class).isThrownBy(() -> NoteSigner.parse(text));
    }

    @Test
    void aSeedOfAnotherKeyIsRefused() {
        assertThatExceptionOfType(NoteException.class)
                .isThrownBy(() -> new NoteSigner(key, new byte[32]))
                .withMessageContaining("does not belong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void aMalformedKeyIsRefused(String text) {
        assertThatExceptionOfType(NoteException.class).isThrownBy(() -> NoteKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n- name AAAAAAAAAA==\n",
                "text\n\n\u2014 name AAAAAAAAAA==",
                "text\n\n\u2014 name not-base64\n",
                "text\n\n\u2014 name AAAAAA==\n",
                "text\n\n\u2014 na+me AAAAAAAAAA==\n",
                "te\u0001xt\n\n\u2014 name AAAAAAAAAA==\n",
                "no signature\n\nline\n"
            })
    void aMalformedNoteIsRefused(String note) {
        assertThatExceptionOfType(NoteException.class).isThrownBy(() -> SignedNote.parse(note));
    }

    private static NoteSigner signer(NoteKey key) {
        byte[] typed = Base64.getDecoder().decode(SEED);
        return new NoteSigner(key, Arrays.copyOfRange(typed, 1, typed.length));
    }
}
