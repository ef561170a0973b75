package org.chartwright.people;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartwright.people.oidc.OidcProvider;
import org.chartwright.people.oidc.SmartServer;

/**
 * How people may prove themselves here.
 *
 * @param local whether there are accounts with passwords and passkeys of their own
 * @param address where browsers reach the pages, without a path; its host is what passkeys are made for
 * @param provider the hospital's identity provider, where there is one
 * @param ehrs the EHRs that may lead people here with a visit; each of one tenant
 */
public record Ways(boolean local, Supplier<URI> address, Optional<OidcProvider> provider, List<SmartServer> ehrs) {

    /** Copies the list. */
    public Ways {
        ehrs = List.copyOf(ehrs);
    }
}
