package org.chartwright.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recording in a file of this machine. Any thread.
 *
 * @param path a readable, regular file
 */
public record FileSource(Path path) implements MediaSource {

    @Override
    public long size() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("There is no file to read at the path given.");
        }
        return Files.size(path);
    }

    @Override
    public InputStream open(long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            return new BufferedInputStream(Channels.newInputStream(channel.position(offset)), 64 * 1024);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Without the path: names of recordings may name people. */
    @Override
    public String toString() {
        return "FileSource";
    }
}
