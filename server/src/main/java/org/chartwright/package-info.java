/**
 * Chartwright: bytes → samples → words → turns → segments and insights → note, each fact pointing back at what it came
 * from. Every package below this one is a room; {@link org.chartwright.Room} says which rooms it may use, and
 * {@code HouseRulesTest} holds it to that.
 */
@NullMarked
package org.chartwright;

import org.jspecify.annotations.NullMarked;
