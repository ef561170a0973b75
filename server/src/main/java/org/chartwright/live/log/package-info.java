/**
 * A session's sound and words on disk, safe before anybody is told that they were heard.
 *
 * <p><b>The one idea.</b> Each session has a log of its own, and all sessions share one journal: what is written to a log is
 * written to the journal too, and only the journal is synced, so that one sync serves all streams.
 *
 * <p><b>Start reading</b> at {@code SessionLog}, then {@code Journal}.
 */
@NullMarked
package org.chartwright.live.log;

import org.jspecify.annotations.NullMarked;
