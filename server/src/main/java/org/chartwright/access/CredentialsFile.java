package org.chartwright.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A file in the AWS shared-credentials format with a profile for each tenant; only its owner can read it. */
public final class CredentialsFile {

    private final Path file;

    /** The file at that place, there or not. */
    public CredentialsFile(Path file) {
        this.file = file;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Sets the key of the tenant's profile, keeping other profiles; whole or not at all. */
    public void put(Tenant tenant, AccessKey key) throws IOException {
        put(tenant.name(), tenant.accountId(), key);
    }

    /** The same for any profile. */
    public synchronized void put(String profile, String account, AccessKey key) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            boolean ours = false;
            for (String line : Files.readAllLines(file)) {
                if (line.strip().startsWith("[")) {
                    ours = line.strip().equals("[" + profile + "]");
                }
                if (!ours) {
                    lines.add(line);
                }
            }
        }
        lines.addAll(List.of(
                "[" + profile + "]",
                "aws_access_key_id = " + key.id(),
                "aws_secret_access_key = " + key.secret(),
                // Clients need it for the ARNs of what is theirs.
                "aws_account_id = " + account,
                "region = us-east-1",
                ""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(String.join("\n", lines)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
