package org.chartwright.access;

/**
 * Who is calling.
 *
 * @param tenant for whom; everything the caller sees or makes belongs to it
 * @param accountId the tenant's twelve digits
 * @param principalArn such as {@code arn:aws:iam::123456789012:user/default}
 * @param accessKeyId the key that was used
 */
public record Identity(TenantId tenant, String accountId, String principalArn, String accessKeyId) {}
