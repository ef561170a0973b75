package org.chartwright.objects;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartwright.access.Identity;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.Outcome;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What one request did with objects. Reading is recorded before anything is given; writing when it is let in, and a second
 * time when it then fails. What a library does twice in the course of one request is one act. One request's threads.
 */
final class RequestRecord {

    private final ObjectRecord record;
    private final Identity caller;
    private final String address;
    private final String requestId = UUID.randomUUID().toString();
    private final Set<String> recorded = new HashSet<>();

    RequestRecord(ObjectRecord record, Identity caller, String address) {
        this.record = record;
        this.caller = caller;
        this.address = address;
    }

    <T> T reading(String action, String resource, Supplier<T> work) {
        T result = failing(action, resource, work);
        try {
            put(action, resource, Outcome.DONE, "");
        } catch (RuntimeException e) {
            close(result, e);
            throw e;
        }
        return result;
    }

    <T> T writing(String action, String resource, Supplier<T> work) {
        put(action, resource, Outcome.DONE, "");
        return failing(action, resource, work);
    }

    void refused(String action, String resource) {
        put(action, resource, Outcome.REFUSED, "AccessDenied");
    }

    private <T> T failing(String action, String resource, Supplier<T> work) {
        try {
            return work.get();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            put(action, resource, Outcome.FAILED, code == null || code.isEmpty() ? "Status" + e.statusCode() : code);
            throw e;
        } catch (RuntimeException e) {
            put(action, resource, Outcome.FAILED, e.getClass().getSimpleName());
            throw e;
        }
    }

    private void put(String action, String resource, Outcome outcome, String reason) {
        if (recorded.add(action + " " + resource + " " + outcome)) {
            Actor actor = new Actor(caller.principalArn(), "api-client", address);
            record.record(
                    new Act(caller.tenant().value(), actor, action, resource, null, requestId), outcome, reason);
        }
    }

    private static void close(Object result, RuntimeException why) {
        if (result instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                why.addSuppressed(e);
            }
        }
    }
}
