package org.chartwright.ehr;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * What proves to a target who we are, read from its file each time, so that a new one counts at once: {@code bearer}, or {@code
 * user} and {@code password}.
 *
 * @param header the value of the header {@code Authorization}
 */
record Credentials(String header) {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * Reads them.
     *
     * @throws IOException if there are none, or others than the file's owner can read it; says which, not what is in it
     */
    static Credentials read(Path file) throws IOException {
        Properties found = new Properties();
        boolean owned;
        try (Reader reader = Files.newBufferedReader(file)) {
            owned = OWNER.containsAll(Files.getPosixFilePermissions(file));
            found.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            throw new IOException("the file of the credentials cannot be read");
        }
        if (!owned) {
            throw new IOException("others can read the file of the credentials");
        }
        String bearer = found.getProperty("bearer", "").strip();
        String user = found.getProperty("user", "");
        if (bearer.isEmpty() == user.isEmpty()) {
            throw new IOException("the credentials hold neither a bearer token nor a user");
        }
        return new Credentials(bearer.isEmpty() ? basic(user + ":" + found.getProperty("password", "")) : "Bearer " + bearer);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
