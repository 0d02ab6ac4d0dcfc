package io.writ.ledger.notice;

import io.writ.evidence.Digest;
import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * The end of a lane whose writer is gone: its last entry. Whatever stands behind it was not written by that writer.
 *
 * @param lastSeq of the entry before the seal, 0 when the lane is empty
 * @param lastEntry hash of that entry, or the genesis of an empty lane
 * @param bootId the incarnation that wrote the lane
 * @param nodeId the node that it ran on
 */
public record LaneSeal(Envelope envelope, long lane, long lastSeq, Digest lastEntry, UUID bootId, String nodeId)
        implements Notice {

    @Override
    public NoticeKind kind() {
        return NoticeKind.LANE_SEAL;
    }

    @Override
    public JsonObject json() {
        return envelope.opened(kind())
                .add("boot_id", bootId.toString())
                .add("lane", lane)
                .add("last_entry", lastEntry.hex())
                .add("last_seq", lastSeq)
                .add("node_id", nodeId)
                .build();
    }

    static LaneSeal read(Members members) {
        LaneSeal seal = new LaneSeal(
                members.envelope(),
                members.number("lane"),
                members.number("last_seq"),
                members.digest("last_entry"),
                members.uuid("boot_id"),
                members.text("node_id"));
        members.end();
        return seal;
    }
}
