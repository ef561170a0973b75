package org.chartwright.scribing;

/** What came of deleting something. */
public enum Deletion {
    /** It is gone; its name is free. */
    DELETED,
    /** There was nothing of that name. */
    NOT_FOUND,
    /** It is still being worked on, or something that is being worked on needs it. */
    IN_USE,
    /** It is under a legal hold. */
    HELD
}
