package org.chartwright.aws.operations;

import org.chartwright.access.Identity;

/** Makes links that whoever holds them can fetch for a while, signed with the key of the one who asked. Thread-safe. */
public interface DownloadLinks {

    /** A link to a path of this API, which begins with a slash. */
    String link(Identity caller, String path);
}
