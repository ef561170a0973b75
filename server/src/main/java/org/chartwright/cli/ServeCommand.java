package org.chartwright.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.chartwright.database.DatabaseException;
import org.chartwright.server.ConfigException;
import org.chartwright.server.Serve;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server and keeps it up until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serves the HealthScribe API, with a database and an object store of its own unless told otherwise.",
        footer = {
            "",
            "A configuration file holds lines such as server.port = 8080; options overrule it. An unknown setting is an",
            "error. Exit code 143 or 130: stopped when told to; 78: the configuration is wrong or something is missing."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int BAD_CONFIGURATION = 78;

    @Option(names = "--data", paramLabel = "DIR", description = "Keeps everything here; default ./data.")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "N", description = "Listens on this port, 0 for a free one; default 8080.")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "H", description = "Listens on this address; default 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--config", paramLabel = "FILE", description = "Reads settings from this file.")
    private @Nullable Path file;

    @Option(names = "--role", paramLabel = "ROLE", description = "all, api or worker; default all.")
    private @Nullable String role;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        ServerConfig config;
        try {
            config = ServerConfig.of(settings());
        } catch (ConfigException e) {
            return fail(e);
        }
        try (Serve serve = Serve.open(config, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(new Thread(
                    () -> {
                        told.countDown();
                        awaitQuietly(stopped);
                    },
                    "stop"));
            boolean listens = config.role() != ServerConfig.Role.WORKER;
            say(listens ? "Chartwright listens at " + serve.endpoint() : "Chartwright works on jobs");
            if (listens) {
                say("The workspace: " + serve.endpoint() + "/app/ (people come in by ./chartwright people invite)");
                say("Metrics: " + serve.admin() + "/metrics");
                say("Credentials: " + serve.credentials() + " (AWS shared-credentials format, profile default)");
            }
            told.await();
            say("Stopping: no new requests; what is in hand ends or rests");
        } catch (ConfigException | DatabaseException e) {
            return fail(e);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private int fail(RuntimeException reason) {
        spec.commandLine().getErr().println("chartwright: " + reason.getMessage());
        return BAD_CONFIGURATION;
    }

    private Settings settings() {
        Settings settings = file == null ? Settings.usual() : Settings.read(file);
        settings = data == null ? settings : settings.with(Setting.SERVER_DATA, data.toString());
        settings = port == null ? settings : settings.with(Setting.SERVER_PORT, port.toString());
        settings = host == null ? settings : settings.with(Setting.SERVER_HOST, host);
        return role == null ? settings : settings.with(Setting.SERVER_ROLE, role);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
