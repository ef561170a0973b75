package org.chartwright.scribing;

import java.util.List;

/** Where the content of a vocabulary or of a vocabulary filter comes from. */
public sealed interface WordSource {

    /**
     * Given in the request.
     *
     * @param entries phrases or words, never empty
     */
    record Given(List<String> entries) implements WordSource {

        /** Copies the entries. */
        public Given {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return "Given[" + entries.size() + " entries]";
        }
    }

    /**
     * A text file in the object store, read soon after.
     *
     * @param file which
     */
    record Stored(ObjectRef file) implements WordSource {}
}
