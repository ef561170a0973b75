package org.chartwright.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A hospital's FHIR server (HAPI's), started as a process of its own on a port of its choice. */
final class StartedHospital implements AutoCloseable {

    private final Process process;
    private final String address;

    private StartedHospital(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one that knows these patients, each as {@code system|number}. */
    static StartedHospital start(String... known) throws IOException {
        List<String> command = new ArrayList<>(StartedServer.command());
        Path tests = Path.of("../server/target/test-classes").toAbsolutePath().normalize();
        if (!Files.exists(tests.resolve("org/chartwright/ehr/HospitalProcess.class"))) {
            throw new IllegalStateException("Build the server with its tests first: " + tests);
        }
        int path = command.indexOf("-cp") + 1;
        command.set(path, tests + ":" + command.get(path));
        command.set(command.size() - 1, "org.chartwright.ehr.HospitalProcess");
        command.addAll(List.of(known));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String address = process.inputReader().readLine();
        if (address == null) {
            throw new IllegalStateException("The hospital did not start");
        }
        return new StartedHospital(process, address);
    }

    String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        process.onExit().join();
    }
}
