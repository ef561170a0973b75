package org.chartwright.scribing;

/**
 * What came of making or replacing something that has a name.
 *
 * @param <T> what it is
 */
public sealed interface Change<T> {

    /**
     * Done.
     *
     * @param result as it is now
     * @param <T> what it is
     */
    record Done<T>(T result) implements Change<T> {}

    /**
     * There is one of that name already.
     *
     * @param <T> what it would have been
     */
    record NameTaken<T>() implements Change<T> {}

    /**
     * There is none of that name.
     *
     * @param <T> what it would have been
     */
    record NotFound<T>() implements Change<T> {}

    /**
     * It is being worked on; try again later.
     *
     * @param <T> what it is
     */
    record Busy<T>() implements Change<T> {}

    /**
     * The tenant has as many as it may.
     *
     * @param most how many that is
     * @param <T> what it would have been
     */
    record TooMany<T>(int most) implements Change<T> {}
}
