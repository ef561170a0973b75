package org.chartwright.keys.root;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.chartwright.keys.KmsCalls;
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

    /**
     * A key of AWS KMS; symmetric, and made beforehand.
     *
     * @param calls where and as whom
     * @param key its id, ARN or alias
     */
    record AwsKms(KmsCalls.Settings calls, String key) implements RootConfig {

        @Override
        public RootKey open() {
            return new AwsKmsRoot(new KmsCalls(calls), key);
        }

        @Override
        public RootKey openOrMake() {
            return open();
        }
    }

    /**
     * A key of Vault's or OpenBao's Transit engine; of type aes256-gcm96, and made beforehand.
     *
     * @param address such as {@code https://vault.example:8200}
     * @param mount where the engine is, usually {@code transit}
     * @param key its name
     * @param token a file with the token to call with
     * @param namespace of Vault Enterprise
     */
    record Transit(URI address, String mount, String key, Path token, Optional<String> namespace) implements RootConfig {

        @Override
        public RootKey open() {
            return new TransitRoot(this);
        }

        @Override
        public RootKey openOrMake() {
            return open();
        }
    }
}
