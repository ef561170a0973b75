package org.chartwright.fhir;

import java.time.ZoneId;
import org.chartwright.access.TenantId;

/**
 * Who asks for resources.
 *
 * @param tenant whose record they see
 * @param organization what the tenant is called
 * @param name such as an ARN, an account or a client's id
 * @param rights what they may do
 * @param zone of the days that they name without one
 */
public record Caller(TenantId tenant, String organization, String name, Rights rights, ZoneId zone) {

    /** What somebody may do. */
    @FunctionalInterface
    public interface Rights {

        /** Whether that may be done to resources of that type, such as {@code Patient}. */
        boolean allow(Act act, String resource);
    }

    /** What can be done, as SMART's scopes tell it apart. */
    public enum Act {
        /** Make. */
        CREATE,
        /** Read one. */
        READ,
        /** Change. */
        UPDATE,
        /** Look for. */
        SEARCH
    }
}
