package org.chartwright.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL.
 *
 * @param data the server's data folder; the embedded PostgreSQL lives below it
 * @param programs where the embedded PostgreSQL's programs are unpacked once; may be shared by several servers of one user
 * @param outside another PostgreSQL to use, or null for the embedded one
 * @param connections the most connections this process holds, at least 2
 */
public record DatabaseConfig(Path data, Path programs, @Nullable Outside outside, int connections) {

    /** Enough for one process: no connection is held while a recording is worked on. */
    public static final int USUAL_CONNECTIONS = 8;

    /** Checks the number of connections. */
    public DatabaseConfig {
        if (connections < 2) {
            throw new IllegalArgumentException("At least 2 database connections are needed");
        }
    }

    /** The embedded PostgreSQL below a data folder, its programs in the user's cache folder. */
    public static DatabaseConfig embedded(Path data) {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new DatabaseConfig(data, home.resolve("chartwright"), null, USUAL_CONNECTIONS);
    }

    /**
     * A PostgreSQL that somebody else runs, version 15 or newer.
     *
     * @param url such as {@code jdbc:postgresql://db.example:5432/chartwright}
     * @param user who owns the database
     * @param password never printed
     */
    public record Outside(String url, String user, String password) {

        /** Leaves the password out; the address may hold one too. */
        @Override
        public String toString() {
            return "Outside[user=" + user + "]";
        }
    }
}
