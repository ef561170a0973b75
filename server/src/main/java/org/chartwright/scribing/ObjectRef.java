package org.chartwright.scribing;

/**
 * An object in the store, with the address its user gave.
 *
 * @param uri as the user wrote it, to be echoed
 * @param bucket where
 * @param key which, without a leading slash
 */
public record ObjectRef(String uri, String bucket, String key) {}
