package org.chartwright.access;

import java.util.UUID;

/**
 * Names a tenant; the first part of the key of everything that is kept.
 *
 * @param value made once, never reused
 */
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
