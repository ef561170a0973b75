package org.chartwright.objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chartwright.keys.SealException;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The S3 protocol, spoken by S3Proxy's handler in our own web server: same port as everything else, no second server, no
 * forwarding, so that paths and headers reach the signature check as they were sent. Any thread.
 */
final class S3Door {

    private static final Logger LOG = LoggerFactory.getLogger(S3Door.class);

    private static final long LARGEST_OBJECT = 5L << 30;
    private static final long LARGEST_SIGNED_BODY = 128L << 20;
    private static final int LARGEST_CHUNK = 16 << 20;
    private static final long MOST_READ_ON = 1 << 20;
    private static final int SKEW_SECONDS = 900;

    /** Mebibytes of bodies that may be held at once while their digest is computed. */
    private static final int HELD = 256;

    private static final CrossOriginResourceSharing NO_OTHER_SITES =
            new CrossOriginResourceSharing(List.of(), List.of(), List.of(), List.of(), "");

    private static final int PATIENCE_SECONDS = 30;

    private final Handler handler;
    private final Semaphore held = new Semaphore(HELD, true);

    /**
     * Serves what the function grants to an access key.
     *
     * @param grants null for a key that is not known, and for no key
     * @param nobody an empty store, for whoever does not sign
     */
    S3Door(Function<@Nullable String, @Nullable AccessGrant> grants, BlobStore nobody) {
        handler = new Handler(grants, nobody);
    }

    /** Answers one request. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!signed(request)) {
            handler.refuse(request, response, S3ErrorCode.ACCESS_DENIED); // there are no public buckets
            return;
        }
        int weight = weight(request);
        try {
            if (!held.tryAcquire(weight, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                handler.slowDown(request, response);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handler.slowDown(request, response);
            return;
        }
        try {
            handler.serve(request, response);
        } finally {
            held.release(weight);
        }
    }

    private static boolean signed(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getHeader("Authorization") != null || (query != null && query.contains("X-Amz-Signature="));
    }

    /** How many mebibytes the handler will hold for a request: a body signed as a whole is read before it is believed. */
    private static int weight(HttpServletRequest request) {
        String digest = request.getHeader("x-amz-content-sha256");
        boolean whole = digest != null && digest.length() == 64;
        long length = Math.clamp(request.getContentLengthLong(), 0, LARGEST_SIGNED_BODY);
        return whole ? (int) (length >> 20) : 0;
    }

    /** S3Proxy's handler, with what it throws put into S3's own words. */
    private static final class Handler extends S3ProxyHandler {

        Handler(Function<@Nullable String, @Nullable AccessGrant> grants, BlobStore nobody) {
            super(
                    nobody, AuthenticationType.AWS_V4, "", "", null, LARGEST_OBJECT, LARGEST_SIGNED_BODY,
                    LARGEST_CHUNK, true, NO_OTHER_SITES, null, SKEW_SECONDS);
            setBlobStoreLocator((identity, bucket, key) -> grants.apply(identity));
        }

        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                doHandle(request, request, response, request.getInputStream(), new RequestContext());
            } catch (AwsServiceException e) {
                refuse(request, response, e);
            } catch (SealException e) {
                refuse(request, response, refusal(e));
            } catch (IllegalArgumentException e) {
                refuse(request, response, S3ErrorCode.INVALID_ARGUMENT);
            } catch (UnsupportedOperationException e) {
                refuse(request, response, S3ErrorCode.NOT_IMPLEMENTED);
            } catch (IllegalStateException e) {
                boolean condition = String.valueOf(e.getMessage()).startsWith("PreconditionFailed");
                refuse(request, response, condition ? S3ErrorCode.PRECONDITION_FAILED : S3ErrorCode.INTERNAL_ERROR);
            } catch (IOException | RuntimeException e) {
                if (cause(e) instanceof AwsServiceException known) {
                    refuse(request, response, known);
                } else {
                    LOG.warn("The object store failed with {}", e.getClass().getName());
                    refuse(request, response, S3ErrorCode.INTERNAL_ERROR);
                }
            }
        }

        private static AwsServiceException refusal(SealException e) {
            return switch (e.trouble()) {
                case KEY_UNKNOWN -> refusal(400, "KMS.NotFoundException", e);
                case KEY_DISABLED -> refusal(400, "KMS.DisabledException", e);
                case KEY_DENIED -> refusal(403, "AccessDenied", e);
                case UNAVAILABLE -> refusal(503, "ServiceUnavailable", e);
                case BROKEN, DESTROYED -> refusal(500, "InternalError", e);
            };
        }

        private static AwsServiceException refusal(int status, String code, SealException e) {
            AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).errorMessage(e.getMessage()).build();
            return AwsServiceException.builder().statusCode(status).awsErrorDetails(details).build();
        }

        /** A client that is still sending sees a broken connection instead of the refusal; so small bodies are read on. */
        private static void readOn(HttpServletRequest request) throws IOException {
            InputStream body = request.getInputStream();
            long left = MOST_READ_ON;
            for (long skipped = body.skip(left); skipped > 0 && left > 0; skipped = body.skip(left)) {
                left -= skipped;
            }
        }

        void slowDown(HttpServletRequest request, HttpServletResponse response) throws IOException {
            readOn(request);
            sendSimpleErrorResponse(request, response, "SlowDown", 503, "Please reduce your request rate.", Map.of());
        }

        void refuse(HttpServletRequest request, HttpServletResponse response, S3ErrorCode code) throws IOException {
            refuse(request, response, new S3ProxyException(code));
        }

        private void refuse(HttpServletRequest request, HttpServletResponse response, AwsServiceException e)
                throws IOException {
            if (response.isCommitted()) {
                return;
            }
            readOn(request);
            if (e.statusCode() == HttpServletResponse.SC_NOT_MODIFIED) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            boolean told = e.awsErrorDetails() != null && e.awsErrorDetails().errorCode() != null;
            sendSimpleErrorResponse(
                    request, response, told ? e.awsErrorDetails().errorCode() : "InternalError",
                    e.statusCode() == 0 ? 500 : e.statusCode(),
                    told && e.awsErrorDetails().errorMessage() != null ? e.awsErrorDetails().errorMessage() : "",
                    Map.of());
        }

        private static Throwable cause(Throwable thrown) {
            Throwable deepest = thrown;
            for (int i = 0; i < 8 && deepest.getCause() != null && !(deepest instanceof AwsServiceException); i++) {
                deepest = deepest.getCause();
            }
            return deepest;
        }
    }
}
