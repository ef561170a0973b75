package org.chartwright.access;

import org.chartwright.access.policy.Context;

/** What policies may know of somebody, as condition keys. */
final class About {

    private About() {}

    static Context user(String account, String name, String id) {
        return anybody(account)
                .with("aws:PrincipalArn", Arns.user(account, name))
                .with("aws:PrincipalType", "User")
                .with("aws:username", name)
                .with("aws:userid", id);
    }

    /** Its ARN is the role's, whatever the session is called. */
    static Context role(String account, String name, String id, String session) {
        return anybody(account)
                .with("aws:PrincipalArn", Arns.role(account, name))
                .with("aws:PrincipalType", "AssumedRole")
                .with("aws:userid", id + ":" + session);
    }

    private static Context anybody(String account) {
        return Context.EMPTY.with("aws:PrincipalAccount", account).with("aws:PrincipalIsAWSService", "false");
    }
}
