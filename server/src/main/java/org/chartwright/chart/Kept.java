package org.chartwright.chart;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a thing, as it was kept.
 *
 * @param id names the thing
 * @param version 1 for the first
 * @param at when this version was written
 * @param author who wrote it: an account's name, or {@code chartwright} for what the product made
 * @param entry the thing itself
 */
public record Kept<T extends Entry>(UUID id, int version, Instant at, String author, T entry) {}
