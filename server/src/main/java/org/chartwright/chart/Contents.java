package org.chartwright.chart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import tools.jackson.databind.json.JsonMapper;

/** Entries as sealed bytes. Any thread. */
final class Contents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Seals seals;

    Contents(Seals seals) {
        this.seals = seals;
    }

    /**
     * What is sealed of a version.
     *
     * @param author who wrote it
     * @param entry what
     */
    record Written<T extends Entry>(String author, T entry) {}

    byte[] seal(TenantId tenant, Kept<?> kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            JSON.writeValue(packed, new Written<>(kept.author(), kept.entry()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seals.seal(
                label(tenant, kept.entry().scope(kept.id()), kept.entry().getClass(), kept.id(), kept.version()), bytes.toByteArray());
    }

    /** A row as it was read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(UUID id, int version, UUID scope, byte[] sealed) {}

    <T extends Entry> Written<T> open(TenantId tenant, Class<? extends T> kind, Row row) {
        byte[] packed = seals.open(label(tenant, row.scope(), kind, row.id(), row.version()), row.sealed());
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(content, JSON.getTypeFactory().constructParametricType(Written.class, kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Label label(TenantId tenant, UUID scope, Class<?> kind, UUID id, int version) {
        return new Label(tenant.value(), scope, Kind.CHART, kind.getSimpleName() + "/" + id, version);
    }
}
