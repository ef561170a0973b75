package org.chartwright.keys;

import java.util.UUID;

/** Who is told that all of a scope is gone, and destroys its key. Any thread. */
@FunctionalInterface
public interface ScopeEnd {

    /** The scope's contents are gone; its key shall go too. */
    void end(UUID tenant, UUID scope);
}
