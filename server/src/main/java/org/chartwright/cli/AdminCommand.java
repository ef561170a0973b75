package org.chartwright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Who there is and what they may do. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "Tenants, users, groups, keys, roles and policies, beside a running server or without one. What is changed counts"
                + " within 5 seconds.",
        subcommands = {
            TenantCommand.class,
            UserCommand.class,
            GroupCommand.class,
            KeyCommand.class,
            RoleCommand.class,
            PolicyCommand.class,
            CommandLine.HelpCommand.class
        })
final class AdminCommand {}
