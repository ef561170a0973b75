package org.chartwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.chartwright.speech.catalogue.KnownModel;
import org.chartwright.speech.catalogue.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, fetches and checks models for the engines that need one. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, installs and verifies models of other speech engines.")
final class ModelsCommand {

    private static final long MEBIBYTE = 1L << 20;
    private static final long REPORT_EVERY = 10 * MEBIBYTE;

    @Spec
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Says which models are known and which are here.")
    int list(@Option(names = "--into", defaultValue = "models", paramLabel = "DIR", description = "the folder of models")
                    Path into) {
        ModelStore store = new ModelStore(into, System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        for (KnownModel model : KnownModel.ALL) {
            out.printf(
                    "%-30s %-6s %5d MB  %-11s %-13s %s%n%32s%s%n",
                    model.name(), model.engine(), model.megabytes(), model.licence(),
                    store.has(model.name()) ? "installed" : "not here", model.source(), "SHA-256 ",
                    model.sha256().orElse("not published; recorded at the first installation and held to from then on"));
        }
        out.flush();
        return 0;
    }

    @Command(name = "install", mixinStandardHelpOptions = true, description = "Fetches a model, checks and unpacks it. Goes"
            + " through the proxy that https_proxy names, and goes on after a cut.")
    int install(
            @Parameters(paramLabel = "NAME", description = "one of those listed") String name,
            @Option(names = "--into", defaultValue = "models", paramLabel = "DIR", description = "the folder of models")
                    Path into,
            @Option(names = "--from", paramLabel = "ADDRESS|FILE", description = "a mirror's address, or the archive itself")
                    @Nullable String from)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        KnownModel model = KnownModel.named(name)
                .orElseThrow(() -> new BadInputException("No model named " + name + " is known; see chartwright models list"));
        ModelStore.Installed done = new ModelStore(into, System.getenv()).install(model, from, progress(model));
        out.println("Installed " + done.model() + ", archive SHA-256 " + done.sha256());
        if (done.firstUse()) {
            out.println("Its publisher states no digest: this one was taken on trust and recorded for the next time.");
        }
        out.println("Use it with: speech.engine=" + model.engine() + " speech.model=" + done.model().toAbsolutePath());
        out.flush();
        return 0;
    }

    private LongConsumer progress(KnownModel model) {
        PrintWriter err = spec.commandLine().getErr();
        long[] told = {0};
        return bytes -> {
            if (bytes - told[0] >= REPORT_EVERY) {
                told[0] = bytes;
                err.println("  " + bytes / MEBIBYTE + " of about " + model.megabytes() + " MB");
                err.flush();
            }
        };
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Compares an installed model with its digests.")
    int verify(
            @Parameters(paramLabel = "NAME", description = "an installed one") String name,
            @Option(names = "--into", defaultValue = "models", paramLabel = "DIR", description = "the folder of models")
                    Path into)
            throws IOException {
        List<String> wrong = new ModelStore(into, System.getenv()).verify(name);
        wrong.forEach(file -> spec.commandLine().getErr().println("missing or changed: " + file));
        spec.commandLine().getErr().flush();
        if (wrong.isEmpty()) {
            spec.commandLine().getOut().println(name + " is as it was installed.");
            spec.commandLine().getOut().flush();
        }
        return wrong.isEmpty() ? 0 : 1;
    }
}
