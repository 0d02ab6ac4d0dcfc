package io.writ.ledger.tree;

import io.writ.ledger.notice.NoticeIds;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;

/** The first key pair of RFC 8032 section 7.1, as the key of a log. */
final class LogKeys {

    static final NoteKey KEY = new NoteKey(
            "writ.example/test",
            NoteKey.Type.ED25519,
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    static final NoteSigner SIGNER = new NoteSigner(KEY, HexFormat.of().parseHex(SEED));

    static final NoticeIds IDS = new NoticeIds(new SecureRandom());

    static final Notary NOTARY = new Notary("node", IDS, Clock.systemUTC());

    private LogKeys() {}

    /** The key as a server is given it. */
    static String written() {
        byte[] typed = HexFormat.of().parseHex("01" + SEED);
        return "PRIVATE+KEY+" + KEY.name() + "+" + KEY.text().split("\\+", 3)[1] + "+"
                + Base64.getEncoder().encodeToString(typed) + "\n" + KEY.text() + "\n";
    }

    /** Another key of this log, or of another one. */
    static NoteSigner minted(String name) {
        return NoteSigner.parse(NoteSigner.mint(name));
    }
}
