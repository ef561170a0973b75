/**
 * Models that a user may add: where they are, under which licence, and how one comes onto this machine unbroken.
 *
 * <p><b>Contract.</b> {@link org.chartwright.speech.catalogue.KnownModel} says what is known;
 * {@link org.chartwright.speech.catalogue.ModelStore} fetches, checks and unpacks.
 *
 * <p><b>Traps.</b> No digest is made up: where the publisher gives none, the first installation records what it got and
 * says so, and every later one is held to it. Nothing is unpacked before its digest was looked at, and nothing that lies
 * outside the model's own folder.
 */
@NullMarked
package org.chartwright.speech.catalogue;

import org.jspecify.annotations.NullMarked;
