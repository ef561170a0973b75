package org.chartwright.keys.root;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who keeps the root key. */
public sealed interface RootConfig {

    /** The key, which must be there. */
    RootKey open();

    /** The key; made if it is not there and ours to make. */
    RootKey openOrMake();

    /**
     * A file of this machine.
     *
     * @param file a keyset that only its owner may read
     */
    record Local(Path file) implements RootConfig {

        private static final Logger LOG = LoggerFactory.getLogger(Local.class);

        @Override
        public RootKey open() {
            return LocalRoot.open(file);
        }

        @Override
        public RootKey openOrMake() {
            if (Files.exists(file)) {
                return LocalRoot.open(file);
            }
            RootKey made = LocalRoot.make(file);
            LOG.warn("Made the root key {}. Keep a copy of it apart from the data and its backups: whoever loses it can read"
                    + " nothing that was kept, and whoever has it and the data can read everything.", file);
            return made;
        }
    }
}
