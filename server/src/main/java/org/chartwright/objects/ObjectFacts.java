package org.chartwright.objects;

/**
 * What is known of an object without reading it.
 *
 * @param size in bytes
 * @param etag the store's mark of this version, without quotes; empty when the store gives none
 */
public record ObjectFacts(long size, String etag) {}
