package org.chartwright.speech.pocketsphinx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A file in memory, which no disk sees and which ends with the process: PocketSphinx reads language models from files
 * only, and a visit's phrases must not lie about. Linux only.
 */
final class MemoryFile implements AutoCloseable {

    private final int descriptor;

    /** Makes an empty one. */
    MemoryFile() throws IOException {
        try (Arena scratch = Arena.ofConfined()) {
            descriptor = (int) function("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT))
                    .invokeWithArguments(scratch.allocateFrom("language"), 0);
        } catch (Throwable e) {
            throw new IOException("A file in memory could not be made", e);
        }
        if (descriptor < 0) {
            throw new IOException("A file in memory could not be made");
        }
    }

    /** Where it can be opened, for writing and for reading, by this process. */
    Path path() {
        return Path.of("/proc/self/fd/" + descriptor);
    }

    @Override
    public void close() {
        try {
            function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeWithArguments(descriptor);
        } catch (Throwable e) {
            throw new IllegalStateException("A file in memory could not be closed", e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
