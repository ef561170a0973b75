package org.chartwright.keys;

/** What is sealed: the whole list of what this server keeps that could tell of a patient or open a door. */
public enum Kind {
    /** An object of the embedded store. */
    OBJECT,
    /** A part of an object that is being put together. */
    OBJECT_PART,
    /** What was asked of a job. */
    JOB_REQUEST,
    /** What a stage of a job left behind. */
    CHECKPOINT,
    /** What waits in a queue. */
    QUEUE,
    /** Audio of a live stream, as it came. */
    LIVE_AUDIO,
    /** Words, state and results of a live stream. */
    LIVE_TEXT,
    /** A vocabulary's phrases. */
    VOCABULARY,
    /** A vocabulary filter's words. */
    VOCABULARY_FILTER,
    /** The secret of an access key, a password's or a second factor's. */
    ACCESS_SECRET,
    /** A key that the server made for itself. */
    SERVER_SECRET,
    /** The detail of an audit entry. */
    AUDIT_DETAIL,
    /** Who was asked for consent, and in which words. */
    CONSENT,
    /** A named key's own material. */
    NAMED_KEY,
    /** What waits to be delivered elsewhere. */
    EVENT,
    /** A version of a thing of the record. */
    CHART
}
