package org.chartwright.speech.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads ONNX Runtime's native libraries out of its jar and leaves no file behind: left to itself it removes them when its
 * process ends, and a worker is often killed.
 */
final class NativeLibrary {

    private static final String FOLDER = "onnxruntime.native.path";
    private static final List<String> FILES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private NativeLibrary() {}

    /** The environment, the first time with its libraries. */
    static synchronized OrtEnvironment load() throws IOException, OrtException {
        if (System.getProperty(FOLDER) != null) {
            return OrtEnvironment.getEnvironment();
        }
        Path folder = Files.createTempDirectory("chartwright-onnx");
        try {
            String place = "/ai/onnxruntime/native/linux-" + (isArm() ? "aarch64" : "x64") + "/";
            for (String file : FILES) {
                try (InputStream bytes = OrtEnvironment.class.getResourceAsStream(place + file)) {
                    if (bytes == null) {
                        throw new UnsatisfiedLinkError("There is no " + place + file);
                    }
                    Files.copy(bytes, folder.resolve(file));
                }
            }
            System.setProperty(FOLDER, folder.toString());
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "chartwright");
            environment.setTelemetry(false);
            return environment;
        } finally {
            for (String file : FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static boolean isArm() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
    }
}
