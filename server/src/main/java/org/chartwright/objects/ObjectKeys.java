package org.chartwright.objects;

import org.chartwright.keys.NamedKeys;
import org.chartwright.keys.ScopeEnd;
import org.chartwright.keys.Seals;

/**
 * What objects are sealed with.
 *
 * @param seals for all of them
 * @param scopes told of each object that is gone
 * @param named keys that requests may ask for besides
 */
public record ObjectKeys(Seals seals, ScopeEnd scopes, NamedKeys named) {}
