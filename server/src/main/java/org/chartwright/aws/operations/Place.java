package org.chartwright.aws.operations;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Where this server stands, as its answers name it.
 *
 * @param region in ARNs and in messages
 * @param api where this API is reached; known once the server listens
 * @param objects where the object store is reached by its users; path style, without a slash at the end
 */
public record Place(String region, Supplier<URI> api, Supplier<URI> objects) {}
