package io.writ.governance.persistence;

import io.writ.governance.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens stored personal values by what is documented about them, with nothing of the product. */
public final class OpenedValues {

    private OpenedValues() {}

    /**
     * A value that its key still opens.
     *
     * @param commitment recomputed from salt and content, in hexadecimal
     */
    public record Opened(String kind, String content, String commitment) {}

    /** All of a tenant that have a key, by the time they were recorded. */
    public static List<Opened> of(TenantId tenant) {
        String sql = "select v.kind, v.commitment, v.sealed, k.key from writ.personal_value v join writ.subject_key k"
                + " using (tenant_id, key_id) where tenant_id = '" + tenant + "' order by v.decision_id";
        List<Opened> opened = new ArrayList<>();
        try (Connection connection = TestDatabase.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('writ.tenant_id', '" + tenant + "', false)");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    opened.add(open(rows));
                }
            }
        } catch (SQLException | GeneralSecurityException broken) {
            throw new IllegalStateException("opening the personal values of " + tenant, broken);
        }
        return opened;
    }

    private static Opened open(ResultSet row) throws SQLException, GeneralSecurityException {
        byte[] sealed = row.getBytes("sealed");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(row.getBytes("key"), "AES"),
                new GCMParameterSpec(128, sealed, 0, 12));
        cipher.updateAAD(row.getBytes("commitment"));
        byte[] opening = cipher.doFinal(sealed, 12, sealed.length - 12);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0x20);
        return new Opened(
                row.getString("kind"),
                new String(Arrays.copyOfRange(opening, 32, opening.length), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(sha256.digest(opening)));
    }
}
