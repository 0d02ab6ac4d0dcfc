package io.writ.ledger.retention;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * What a notice of retention says.
 *
 * @param from the smallest id of a record that may be retired
 * @param below the smallest one that may not
 * @param records how many records were retired
 * @param root of the RFC 6962 tree over their leaves, in the order of their ids
 */
public record RetiredRange(UUID from, UUID below, long records, Digest root) {

    private static final String TYPE = "https://writ.io/notice/v1";
    private static final String KIND = "retention";

    /**
     * What else stands in the notice.
     *
     * @param by the database user
     * @param rows how many rows of each table went
     * @param checkpoint a signed note whose tree holds the entries of all retired records
     */
    public record Circumstances(
            UUID recordId, Instant noticedAt, String by, Map<String, Long> rows, String checkpoint) {

        public Circumstances {
            rows = Map.copyOf(rows);
        }
    }

    /** The canonical text of the notice. */
    public byte[] notice(Circumstances around) {
        JsonObjectBuilder rows = SharedJson.PROVIDER.createObjectBuilder();
        around.rows().forEach(rows::add);
        return Rfc8785.bytes(SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", TYPE)
                .add("kind", KIND)
                .add("record_id", around.recordId().toString())
                .add("noticed_at", around.noticedAt().toString())
                .add("below_id", below.toString())
                .add("checkpoint", around.checkpoint())
                .add("database_user", around.by())
                .add("from_id", from.toString())
                .add("leaves", records)
                .add("leaves_root", root.hex())
                .add("rows", rows)
                .build());
    }

    /**
     * Reads the range back.
     *
     * @throws IllegalArgumentException when this is no such notice
     */
    public static RetiredRange of(byte[] canonical) {
        try {
            JsonObject notice = StrictJson.parseObject(canonical);
            if (!notice.getString("type").equals(TYPE)
                    || !notice.getString("kind").equals(KIND)) {
                throw new IllegalArgumentException("this is no notice of retention");
            }
            return new RetiredRange(
                    UUID.fromString(notice.getString("from_id")),
                    UUID.fromString(notice.getString("below_id")),
                    notice.getJsonNumber("leaves").longValueExact(),
                    new Digest(notice.getString("leaves_root")));
        } catch (NullPointerException | ClassCastException | ArithmeticException misshapen) {
            throw new IllegalArgumentException("a member of the notice is missing or of another type", misshapen);
        }
    }

    /**
     * Whether the range is of whole months (UTC) that were over when the notice was written. Nothing else is ever retired,
     * so a notice over anything else hides a deletion.
     *
     * @param canonical the notice
     */
    public boolean isOfPastMonths(byte[] canonical) {
        Instant noticed = Instant.parse(StrictJson.parseObject(canonical).getString("noticed_at"));
        return isFirstOfMonth(from) && isFirstOfMonth(below) && !noticed.isBefore(moment(below));
    }

    /** First moment of what is retired. */
    public Instant begin() {
        return moment(from);
    }

    /** First moment of what is not. */
    public Instant end() {
        return moment(below);
    }

    private static boolean isFirstOfMonth(UUID bound) {
        ZonedDateTime time = moment(bound).atZone(ZoneOffset.UTC);
        boolean lowest = (bound.getMostSignificantBits() & 0xffffL) == 0 && bound.getLeastSignificantBits() == 0;
        return lowest && time.getDayOfMonth() == 1 && time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** An id begins with its time: milliseconds in its first 48 bits. */
    private static Instant moment(UUID bound) {
        return Instant.ofEpochMilli(bound.getMostSignificantBits() >>> 16);
    }

    /** Whether a record of this id may have been retired by it. */
    public boolean covers(UUID recordId) {
        return compare(recordId, from) >= 0 && compare(recordId, below) < 0;
    }

    /** As the database orders them: by their bytes. */
    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
