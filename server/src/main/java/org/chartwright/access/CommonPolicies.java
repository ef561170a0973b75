package org.chartwright.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Policies that every tenant has, under the names that AWS gave its own of the same purpose. */
public enum CommonPolicies {
    /** Everything of the tenant. */
    ADMINISTRATOR("AdministratorAccess", allow("*")),
    /** All of the HealthScribe API, and reading and writing objects for it. */
    TRANSCRIBE_FULL("AmazonTranscribeFullAccess", allow("transcribe:*", "s3:GetObject", "s3:PutObject", "s3:ListBucket")),
    /** Looking at jobs, streams, vocabularies and filters. */
    TRANSCRIBE_READ_ONLY("AmazonTranscribeReadOnlyAccess", allow("transcribe:Get*", "transcribe:List*")),
    /** All of the object store. */
    S3_FULL("AmazonS3FullAccess", allow("s3:*")),
    /** Reading and listing objects. */
    S3_READ_ONLY("AmazonS3ReadOnlyAccess", allow("s3:Get*", "s3:List*"));

    private static final String PREFIX = "arn:aws:iam::aws:policy/";

    private final String policyName;
    private final String document;

    CommonPolicies(String policyName, String document) {
        this.policyName = policyName;
        this.document = document;
    }

    /** What it is attached by. */
    public String arn() {
        return PREFIX + policyName;
    }

    /** What it says. */
    public String document() {
        return document;
    }

    /** The one of that ARN. */
    public static Optional<CommonPolicies> of(String arn) {
        return Arrays.stream(values()).filter(policy -> policy.arn().equals(arn)).findFirst();
    }

    private static String allow(String... actions) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\""
                + String.join("\",\"", List.of(actions)) + "\"],\"Resource\":\"*\"}]}";
    }
}
