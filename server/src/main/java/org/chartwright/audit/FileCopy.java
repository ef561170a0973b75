package org.chartwright.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A copy in a file that is only appended to, as on a share of another machine; each addition is on the disk when it returns.
 * What was added last is not added again.
 */
public record FileCopy(Path file) implements AuditCopy {

    @Override
    public void add(UUID chain, long from, long to, List<String> lines) throws IOException {
        if (endsWith(lines.getLast() + "\n")) {
            return;
        }
        ByteBuffer text = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    private boolean endsWith(String line) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        ByteBuffer wanted = StandardCharsets.UTF_8.encode(line);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer found = ByteBuffer.allocate(wanted.remaining());
            long at = channel.size() - wanted.remaining();
            while (at >= 0 && found.hasRemaining() && channel.read(found, at + found.position()) > 0) {
                // until it is all here
            }
            return found.flip().equals(wanted);
        }
    }
}
