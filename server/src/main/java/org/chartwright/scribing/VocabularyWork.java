package org.chartwright.scribing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Jdbi;

/** Reads a vocabulary's content and makes it READY or FAILED. */
final class VocabularyWork {

    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final Seals seals;
    private final JobObjects objects;

    VocabularyWork(Jdbi jdbi, Seals seals, JobObjects objects) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.objects = objects;
    }

    /**
     * Reads the revision that a queue entry names.
     *
     * @param failures how often that failed before
     * @throws UncheckedIOException when the store cannot be read now and it shall be tried again
     */
    void run(String instance, int failures) {
        String[] parts = instance.split("/", 3);
        TenantId tenant = new TenantId(UUID.fromString(parts[0]));
        long revision = Long.parseLong(parts[1]);
        String name = parts[2];
        Optional<WordSource> source =
                TenantRows.of(jdbi, tenant.value(), handle -> StoredVocabularies.source(handle, seals, tenant, name, revision));
        if (source.isEmpty()) {
            return;
        }
        try {
            String table = VocabularyFile.table(entries(tenant, source.get()));
            String sealed = seals.sealText(StoredVocabularies.content(tenant, name, revision), table);
            TenantRows.use(jdbi, tenant.value(), handle ->
                    StoredVocabularies.settle(handle, tenant, name, revision, sealed, null));
        } catch (VocabularyException | ObjectRefusedException e) {
            TenantRows.use(jdbi, tenant.value(), handle ->
                    StoredVocabularies.settle(handle, tenant, name, revision, null, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            if (failures < ATTEMPTS) {
                throw new UncheckedIOException(e);
            }
            TenantRows.use(jdbi, tenant.value(), handle ->
                    StoredVocabularies.settle(handle, tenant, name, revision, null, FailureReasons.STORE));
        }
    }

    private List<VocabularyEntry> entries(TenantId tenant, WordSource source)
            throws VocabularyException, IOException, ObjectRefusedException {
        return switch (source) {
            case WordSource.Given given -> VocabularyFile.entries(given.entries());
            case WordSource.Stored stored -> {
                try (InputStream file = objects.open(tenant, stored.file().bucket(), stored.file().key())
                        .open(0)) {
                    yield VocabularyFile.entries(file.readNBytes(VocabularyFile.LARGEST + 1));
                }
            }
        };
    }
}
