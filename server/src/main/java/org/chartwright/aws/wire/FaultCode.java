package org.chartwright.aws.wire;

/**
 * What can be wrong, by the names clients know. AWS JSON answers nearly all of the caller's faults with 400 and lets the
 * name tell; the REST form answers with a status of its own.
 */
public enum FaultCode {
    /** A field, a rule or a referenced thing is wrong. */
    BAD_REQUEST("BadRequestException", 400, 400),
    /** The name is taken, or the thing is in use. */
    CONFLICT("ConflictException", 400, 409),
    /** No such vocabulary, filter or resource. */
    NOT_FOUND("NotFoundException", 400, 404),
    /** No such streaming session. */
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 400, 404),
    /** Too many of something. */
    LIMIT_EXCEEDED("LimitExceededException", 400, 429),
    /** Ours. */
    INTERNAL_FAILURE("InternalFailureException", 500, 500),
    /** Something we need is away; try again. */
    SERVICE_UNAVAILABLE("ServiceUnavailableException", 503, 503),
    /** The session token is not one of the key's. */
    UNRECOGNIZED_CLIENT("UnrecognizedClientException", 400, 403),
    /** Unknown key, wrong signature, or outside its time. */
    INVALID_SIGNATURE("InvalidSignatureException", 400, 403),
    /** Not signed at all. */
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", 400, 403),
    /** Signed in a way that cannot be judged. */
    INCOMPLETE_SIGNATURE("IncompleteSignatureException", 400, 403),
    /** The credentials were temporary and their time is over. */
    EXPIRED_TOKEN("ExpiredTokenException", 400, 403),
    /** Known, but not allowed. */
    ACCESS_DENIED("AccessDeniedException", 400, 403),
    /** Too fast; clients wait and try again by themselves. */
    THROTTLING("ThrottlingException", 400, 429),
    /** Not the JSON it should be. */
    SERIALIZATION("SerializationException", 400, 400),
    /** No such operation here. */
    UNKNOWN_OPERATION("UnknownOperationException", 400, 404),
    /** The body is larger than any request of this API. */
    REQUEST_TOO_LARGE("RequestEntityTooLargeException", 413, 413);

    private final String wireName;
    private final int jsonStatus;
    private final int restStatus;

    FaultCode(String wireName, int jsonStatus, int restStatus) {
        this.wireName = wireName;
        this.jsonStatus = jsonStatus;
        this.restStatus = restStatus;
    }

    /** The exception's name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The status of an AWS JSON answer. */
    public int jsonStatus() {
        return jsonStatus;
    }

    /** The status of a REST answer. */
    public int restStatus() {
        return restStatus;
    }
}
