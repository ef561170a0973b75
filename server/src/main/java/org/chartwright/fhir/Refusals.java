package org.chartwright.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.chartwright.chart.ChartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells callers in FHIR's own way what went wrong, and nothing of what is inside. */
@Interceptor
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Called by HAPI when something was thrown that is to be answered. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException answer(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChartException refusal) {
                return of(refusal);
            }
            if (cause instanceof BaseServerResponseException told && !(told instanceof InternalErrorException)) {
                return told;
            }
            if (cause instanceof DataFormatException) {
                return new InvalidRequestException("A value of the request is not written as FHIR writes it."); // which may be clinical
            }
        }
        LOG.warn("A FHIR request failed: {}", thrown.getClass().getName());
        return new InternalErrorException("The request failed for a reason inside the server.");
    }

    private static BaseServerResponseException of(ChartException refusal) {
        String why = String.valueOf(refusal.getMessage());
        return switch (refusal.kind()) {
            case MISSING -> new ResourceNotFoundException(why);
            case STALE -> new ResourceVersionConflictException(why);
            case INVALID -> new UnprocessableEntityException(why);
            case FORBIDDEN -> new ForbiddenOperationException(why);
        };
    }
}
