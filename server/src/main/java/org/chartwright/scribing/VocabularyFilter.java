package org.chartwright.scribing;

import java.time.Instant;

/**
 * A vocabulary filter: words to be masked, removed or flagged. Ready at once.
 *
 * @param name unique among the tenant's
 * @param language always {@code en-US} now
 * @param modified when its words were last handed in
 */
public record VocabularyFilter(String name, String language, Instant modified) {}
