package org.chartwright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not well-formed in every detail is refused, with its line and place. The cases of the language are eval's. */
final class PolicyReaderTest {

    private static void refused(String document, PolicyReader.Kind kind, String words) {
        assertThatThrownBy(() -> PolicyReader.read(document, kind))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "[] ~ must be a JSON object",
        "{\"Version\":\"2012-10-17\" ~ not well-formed JSON",
        "{\"Version\":\"2012-10-17\",\"Version\":\"2012-10-17\",\"Statement\":[]} ~ says something twice",
        "{\"Version\":\"2012-10-17\",\"Statement\":[]} {} ~ not well-formed",
        "{\"Version\":\"2012-10-18\",\"Statement\":[]} ~ must be 2012-10-17 or 2008-10-17",
        "{\"Version\":20121017,\"Statement\":[]} ~ must have Version, a text",
        "{\"Version\":\"2012-10-17\"} ~ must hold a Statement",
        "{\"Version\":\"2012-10-17\",\"Statements\":[]} ~ /Statements: is not an element",
        "{\"Statement\":[7]} ~ /Statement/0: must be an object",
        "{\"Statement\":[{\"Action\":\"s3:*\",\"Resource\":\"*\"}]} ~ must have Effect",
        "{\"Statement\":[{\"Effect\":\"allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]} ~ must be Allow or Deny",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"*\"}]} ~ exactly one of Action and NotAction",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"NotAction\":\"s3:*\",\"Resource\":\"*\"}]} ~ exactly one of Action",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}]} ~ exactly one of Resource and NotResource",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"GetObject\",\"Resource\":\"*\"}]} ~ must be * or like",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s*:Get\",\"Resource\":\"*\"}]} ~ must be * or like",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\"}]} ~ must not be empty",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":{},\"Resource\":\"*\"}]} ~ a text or a list of texts",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"visits\"}]} ~ must be * or an ARN",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]} ~ only a trust policy",
        "{\"Statement\":[{\"Sid\":\"a b\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]} ~ letters and digits",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringEqual\":{\"aws:x\":\"y\"}}}]} ~ no such condition operator",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"NullIfExists\":{\"aws:x\":\"true\"}}}]} ~ no such condition operator",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"x\":\"y\"}}}]} ~ is not a condition key",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"NumericEquals\":{\"aws:x\":\"y\"}}}]} ~ must be a number",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"DateEquals\":{\"aws:x\":\"today\"}}}]} ~ must be a date",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:x\":\"10.0.0.0/33\"}}}]} ~ must be an IP address",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:x\":\"10\"}}}]} ~ must be an IP address",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"aws:x\":\"yes\"}}}]} ~ must be true or false",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::${aws:username\"}]} ~ a variable that cannot be read",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::${user}\"}]} ~ a variable that cannot be read"
    })
    void aPolicyThatIsWrongIsRefused(String document, String words) {
        refused(document.strip(), PolicyReader.Kind.PERMISSIONS, words.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"}]} ~ exactly one of Principal and NotPrincipal",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}]} ~ names no Resource",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"anna\",\"Action\":\"sts:AssumeRole\"}]} ~ must be \"*\" or an object",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{},\"Action\":\"sts:AssumeRole\"}]} ~ must be \"*\" or an object",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"User\":\"anna\"},\"Action\":\"sts:AssumeRole\"}]} ~ is not an element",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:user/an*\"},\"Action\":\"sts:AssumeRole\"}]} ~ the ARN of an account"
    })
    void aTrustPolicyThatIsWrongIsRefused(String document, String words) {
        refused(document.strip(), PolicyReader.Kind.TRUST, words.strip());
    }

    @Test
    void theLineIsNamed() {
        refused("{\n\"Version\": \"2012-10-17\",\n\"Statement\": [\n {\"Effect\": \"Allow\",\n  \"Action\": \"s3:*\",\n"
                + "  \"Resource\": \"x\"}]}", PolicyReader.Kind.PERMISSIONS, "Line 6, /Statement/0/Resource: must be * or an ARN.");
        refused("{\n\n\"a", PolicyReader.Kind.PERMISSIONS, "Line 3");
        refused("x".repeat(7000), PolicyReader.Kind.PERMISSIONS, "longer than 6144");
    }

    @Test
    void whatIsCommonToAllTenantsIsWellFormed() throws PolicyException {
        for (CommonPolicies common : CommonPolicies.values()) {
            assertThat(PolicyReader.read(common.document(), PolicyReader.Kind.PERMISSIONS).statements()).hasSize(1);
        }
    }
}
