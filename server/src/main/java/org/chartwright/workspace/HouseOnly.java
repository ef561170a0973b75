package org.chartwright.workspace;

import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;

/**
 * What belongs to the whole server is seen to by administrators of its first tenant, where there are several.
 *
 * @param tenants all there are
 */
record HouseOnly(Tenants tenants) {

    /** Refuses administrators of other tenants. */
    void require(Call call) {
        boolean first = tenants.find(Tenants.DEFAULT).map(Tenant::id).filter(call.tenant()::equals).isPresent();
        if (!first && tenants.all().size() > 1) {
            throw Problem.forbidden();
        }
    }
}
