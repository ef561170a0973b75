package org.chartwright.aws;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells an operator what went wrong inside without what it went wrong on: classes and places, never messages. */
final class Trouble {

    private static final int CAUSES = 4;
    private static final int FRAMES = 3;

    private Trouble() {}

    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable current = thrown;
        for (int i = 0; i < CAUSES && current != null; i++) {
            String places = Arrays.stream(current.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(" < "));
            text.append(i == 0 ? "" : ", caused by ")
                    .append(current.getClass().getName())
                    .append(" at ")
                    .append(places);
            current = current.getCause();
        }
        return text.toString();
    }
}
