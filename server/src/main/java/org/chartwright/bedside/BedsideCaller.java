package org.chartwright.bedside;

import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.live.Configuration;

/** Who is on the other side of a connection: somebody who signed in, or a program that signed its request. Any thread. */
public interface BedsideCaller {

    /** Whose record it is. */
    TenantId tenant();

    /** Whether it is somebody who signed in; they stream visits of the record only. */
    boolean isPerson();

    /** Whether they may look at a visit. */
    boolean sees(UUID visit);

    /**
     * Passes while the caller may go on; asks anew about every half minute.
     *
     * @throws RefusedException when they may no more
     */
    void requireStillIn() throws RefusedException;

    /**
     * Notes that a session begins or goes on, and lets it.
     *
     * @param wanted how it is to be worked on
     * @return the same under the rights by which its documents will be written
     * @throws RefusedException when something that it names may not be used
     */
    Configuration admit(UUID session, Configuration wanted) throws RefusedException;
}
