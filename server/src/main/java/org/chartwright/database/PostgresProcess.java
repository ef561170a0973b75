package org.chartwright.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts and stops PostgreSQL's programs as processes. */
final class PostgresProcess {

    private PostgresProcess() {}

    /**
     * A program apart from our process group, so that Ctrl-C in a terminal ends this server first and its database after
     * it. PostgreSQL refuses to run as root; there it gets a user namespace of its own, in which nobody is root.
     */
    static ProcessBuilder builder(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of("setsid"));
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Ends a postmaster: open transactions are rolled back, all else is written. Forced after 20 seconds. */
    static void stop(ProcessHandle postmaster) {
        signal("INT", postmaster);
        if (!ended(postmaster, 20)) {
            signal("QUIT", postmaster);
            if (!ended(postmaster, 10)) {
                postmaster.destroyForcibly();
                ended(postmaster, 10);
            }
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    /** Adds the usual remedy to what a program said. */
    static String explain(String what, String said) {
        String tail = said.length() > 2000 ? said.substring(said.length() - 2000) : said;
        String hint = said.contains("unshare")
                ? " PostgreSQL does not run as root, and this machine forbids user namespaces: run the server as an ordinary"
                        + " user, or configure the address of an outside PostgreSQL."
                : "";
        return what + "." + hint + " It said: " + tail.strip();
    }
}
