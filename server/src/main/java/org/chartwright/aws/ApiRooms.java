package org.chartwright.aws;

import org.chartwright.access.Credentials;
import org.chartwright.access.Roles;
import org.chartwright.access.Signatures;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.operations.Store;
import org.chartwright.aws.sts.Tokens;
import org.chartwright.metering.Rates;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.Tags;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.VocabularyFilters;

/**
 * What the face stands on.
 *
 * @param credentials who may call
 * @param jobs of all tenants
 * @param vocabularies of all tenants
 * @param filters of all tenants
 * @param tags of all tenants
 * @param store the objects of all tenants
 * @param audit where every call is recorded
 * @param roles that callers hand over
 * @param signatures that changed something before
 * @param tokens the token service
 * @param rates how often a tenant may call
 */
public record ApiRooms(
        Credentials credentials,
        Jobs jobs,
        Vocabularies vocabularies,
        VocabularyFilters filters,
        Tags tags,
        Store store,
        AuditLog audit,
        Roles roles,
        Signatures signatures,
        Tokens tokens,
        Rates rates) {}
