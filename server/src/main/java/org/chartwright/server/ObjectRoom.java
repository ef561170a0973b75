package org.chartwright.server;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.chartwright.access.Credentials;
import org.chartwright.access.Tenant;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.keys.KeyRoom;
import org.chartwright.objects.EmbeddedS3;
import org.chartwright.objects.ObjectKeys;
import org.chartwright.objects.ObjectRecord;
import org.chartwright.objects.ObjectStore;
import org.chartwright.objects.OutsideS3;
import org.jspecify.annotations.Nullable;

/**
 * The object store that the configuration chose.
 *
 * @param store for the rest of the house
 * @param door for its users; with an outside store they go there themselves
 * @param endpoint where users reach it; {@code null} for this server itself
 * @param isUp whether it can be used
 */
record ObjectRoom(ObjectStore store, FrontServlet.ObjectDoor door, @Nullable URI endpoint, BooleanSupplier isUp) {

    private static final String AMAZON = "amazon";
    private static final byte[] NOT_HERE = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>"
                    + "<Message>This server keeps its objects elsewhere.</Message></Error>")
            .getBytes(StandardCharsets.UTF_8);

    static ObjectRoom open(ServerConfig config, Credentials credentials, KeyRoom keys, Tenants tenants, ObjectRecord record,
            Clock clock) {
        return config.settings()
                .maybe(Setting.OBJECTS_ENDPOINT)
                .map(where -> outside(config.settings(), where, tenants))
                .orElseGet(() -> embedded(config.data().resolve("objects"), credentials, keys, record, clock));
    }

    private static ObjectRoom embedded(
            Path folder, Credentials credentials, KeyRoom keys, ObjectRecord record, Clock clock) {
        EmbeddedS3 objects = new EmbeddedS3(
                folder, credentials, new ObjectKeys(keys.seals(), keys::destroy, keys.named()), record, clock);
        return new ObjectRoom(objects.store(), objects::serve, null, () -> Files.isWritable(folder));
    }

    private static ObjectRoom outside(Settings settings, String where, Tenants tenants) {
        String region = settings.text(Setting.OBJECTS_REGION);
        URI endpoint = where.equals(AMAZON) ? null : endpoint(where);
        Map<String, Set<String>> rights = rights(Setting.OBJECTS_RIGHTS, settings.text(Setting.OBJECTS_RIGHTS));
        Map<TenantId, Set<String>> buckets = rights.entrySet().stream()
                .collect(Collectors.toMap(entry -> tenant(tenants, entry.getKey()), Map.Entry::getValue));
        OutsideS3 store = new OutsideS3(
                new OutsideS3.Settings(
                        endpoint,
                        region,
                        settings.text(Setting.OBJECTS_ACCESS_KEY),
                        settings.text(Setting.OBJECTS_SECRET_KEY)),
                (tenant, bucket) -> buckets.getOrDefault(tenant, Set.of()).contains(bucket));
        return new ObjectRoom(
                store,
                (request, response) -> {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                    response.setContentType("application/xml");
                    response.getOutputStream().write(NOT_HERE);
                },
                endpoint == null ? URI.create("https://s3." + region + ".amazonaws.com") : endpoint,
                () -> true);
    }

    private static TenantId tenant(Tenants tenants, String name) {
        return tenants.find(name)
                .map(Tenant::id)
                .orElseThrow(() -> new ConfigException(
                        Setting.OBJECTS_RIGHTS.key() + " names a tenant that does not exist: " + name));
    }

    static Map<String, Set<String>> rights(Setting setting, String text) {
        Map<String, Set<String>> rights = new TreeMap<>();
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.strip().split("=", -1);
            if (sides.length == 2 && !sides[0].isBlank() && !sides[1].isBlank()) {
                rights.computeIfAbsent(sides[0].strip(), _ -> new HashSet<>()).add(sides[1].strip());
            } else if (!pair.isBlank()) {
                throw new ConfigException(
                        setting.key() + " must be tenant=name pairs, separated by commas.");
            }
        }
        return rights;
    }

    private static URI endpoint(String text) {
        if (!text.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            throw new ConfigException(
                    Setting.OBJECTS_ENDPOINT.key() + " must be http:// or https:// and a host, without a path.");
        }
        return URI.create(text);
    }
}
