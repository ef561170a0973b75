package org.chartwright.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.chartwright.fhir.Caller.Act;

/** Lets nobody by who does not prove who they are, or may not do what they ask. Only the statement of capabilities is open. */
@Interceptor
public final class Gate {

    private static final String CALLER = Gate.class.getName();

    private final Callers callers;

    Gate(Callers callers) {
        this.callers = callers;
    }

    /** Called by HAPI when it knows what is asked and before it does it. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, ServletRequestDetails servlet, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        Caller caller = callers.of(servlet.getServletRequest()).orElseThrow(() -> {
            AuthenticationException refusal = new AuthenticationException("Who asks is not known.");
            refusal.addResponseHeader("WWW-Authenticate", "Bearer");
            return refusal;
        });
        request.getUserData().put(CALLER, caller);
        if (operation != RestOperationTypeEnum.TRANSACTION) {
            require(caller, act(operation), request.getResourceName());
        }
    }

    /** Refuses what the caller may not do. */
    static void require(Caller caller, Act act, String resource) {
        if (!caller.rights().allow(act, resource)) {
            throw new ForbiddenOperationException("The caller may not do this to resources of type " + resource + ".");
        }
    }

    /** Whether it is known who asks. */
    static boolean isKnown(RequestDetails request) {
        return request.getUserData().get(CALLER) instanceof Caller;
    }

    /** Who asks, once they were let by. */
    static Caller caller(RequestDetails request) {
        if (request.getUserData().get(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new AuthenticationException("Who asks is not known.");
    }

    private static Act act(RestOperationTypeEnum operation) {
        return switch (operation) {
            case CREATE -> Act.CREATE;
            case UPDATE -> Act.UPDATE;
            case READ, VREAD, HISTORY_INSTANCE -> Act.READ;
            case SEARCH_TYPE, GET_PAGE, EXTENDED_OPERATION_TYPE -> Act.SEARCH; // the one operation that there is looks for notes
            default -> throw new ForbiddenOperationException("This server does not do that.");
        };
    }
}
