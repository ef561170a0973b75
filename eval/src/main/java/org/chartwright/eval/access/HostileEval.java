package org.chartwright.eval.access;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.cli.ServerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends hostile addresses and names into every field of a running server. */
@Command(
        name = "hostile",
        mixinStandardHelpOptions = true,
        description = "Hostile addresses and names in every field: connections made, files outside, failures inside.")
public final class HostileEval implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path around = Files.createTempDirectory("chartwright-hostile");
        Path data = around.resolve("data");
        ServerProcess server = ServerProcess.start(data);
        try (Canary canary = Canary.open();
                HostileCalls calls = HostileCalls.open(URI.create(server.endpoint()), data.resolve("credentials"))) {
            boolean hears = canary.hears();
            for (String address : HostileTexts.addresses(canary.port())) {
                calls.address(address);
            }
            int addresses = calls.sent();
            for (String name : HostileTexts.names()) {
                calls.name(name);
            }
            Set<String> outside = outside(around, data);
            out.println(HostileTexts.addresses(1).size() + " addresses in " + addresses + " calls: " + canary.calls()
                    + " connections" + (hears ? "" : " (but the listener is deaf)") + ", " + calls.accepted() + " accepted");
            out.println(HostileTexts.names().size() + " names in " + (calls.sent() - addresses) + " calls: " + outside.size()
                    + " files outside " + outside + ", " + calls.failures().size() + " failures inside " + calls.failures());
            out.println("the server is " + (calls.isWell() ? "well" : "not well"));
            out.flush();
            boolean good = hears && canary.calls() == 0 && calls.accepted() == 0 && outside.isEmpty()
                    && calls.failures().isEmpty() && calls.isWell();
            return good ? 0 : 1;
        } finally {
            server.stop();
            ServerProcess.forget(data);
            Files.deleteIfExists(around);
        }
    }

    /** What lies where nothing should: beside the data folder, and in the object store beside the tenants' folders. */
    private static Set<String> outside(Path around, Path data) throws IOException {
        Set<String> found = new TreeSet<>();
        found.addAll(names(around));
        found.remove("data");
        for (String name : names(data.resolve("objects"))) {
            if (!name.matches("(nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(\\.sealed)?")) {
                found.add("objects/" + name);
            }
        }
        for (Path place : new Path[] {Path.of("").toAbsolutePath(), Path.of("/"), Path.of("/etc"), data}) {
            found.addAll(names(place).stream().filter(name -> name.contains("escaped-7")).collect(Collectors.toSet()));
        }
        return found;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
