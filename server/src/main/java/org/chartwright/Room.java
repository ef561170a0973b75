package org.chartwright;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a package as a room of the house, with the rooms it may use. Read by {@code HouseRulesTest}. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {

    /** The simple names of the rooms that this room may use, {@code "*"} for all of them. */
    String[] mayUse() default {};
}
