package org.chartwright.clinical;

import org.chartwright.encounter.EntityCategory;
import org.jspecify.annotations.Nullable;

/**
 * One way of saying a concept.
 *
 * @param concept what it says; null for a phrase that only looks clinical
 * @param category of the entity it makes
 * @param type of the entity it makes
 * @param lead how many of its first tokens must be there but are no part of the mention
 * @param trail the same at its end
 */
record Term(@Nullable Concept concept, EntityCategory category, String type, int lead, int trail) {}
