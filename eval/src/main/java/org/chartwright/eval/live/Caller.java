package org.chartwright.eval.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwright.eval.StreamSigning;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Who calls a server of an evaluation.
 *
 * @param endpoint of the server
 * @param credentials as the server wrote them
 */
record Caller(URI endpoint, ProfileCredentialsProvider credentials) {

    static Caller of(URI endpoint, Path file) {
        return new Caller(endpoint, ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.builder().content(file).type(ProfileFile.Type.CREDENTIALS).build())
                .build());
    }

    /** Makes a bucket, and gives what signs streams. */
    StreamSigning withBucket(String bucket) {
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(credentials)
                .build()) {
            s3.createBucket(r -> r.bucket(bucket));
        }
        AwsCredentials caller = credentials.resolveCredentials();
        return new StreamSigning(endpoint, caller.accessKeyId(), caller.secretAccessKey());
    }

    /** How much of a process is in memory. */
    static long residentMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
