package org.chartwright.speech.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.SynchronousQueue;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/**
 * The worker process: reads requests from standard input, answers on standard output, says nothing anywhere else. Takes
 * no arguments, since those are visible to everybody on the machine.
 */
public final class WorkerMain {

    private @Nullable Engine engine;

    private WorkerMain() {}

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        SynchronousQueue<Request> requests = new SynchronousQueue<>();
        Thread listener = new Thread(() -> listen(requests), "requests");
        listener.setDaemon(true);
        listener.start();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        WorkerMain worker = new WorkerMain();
        while (true) {
            worker.answer(requests.take()).write(out);
        }
    }

    /** On a thread of its own, so that the end of the parent is noticed while a native call is running. */
    private static void listen(SynchronousQueue<Request> requests) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                requests.put(Request.read(in));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private Reply answer(Request request) {
        try {
            return switch (request) {
                case Request.Open open -> open(open);
                case Request.Hear hear -> new Reply.Heard(opened().recognize(hear.piece()));
                case Request.End end -> new Reply.Heard(opened().end(end.whole()));
                case Request.Along along -> new Reply.Heard(opened().along(along.more(), along.begins()));
            };
        } catch (RecognitionException e) {
            String reason = e.getMessage();
            return new Reply.Failed(reason == null ? "The speech engine failed" : reason);
        }
    }

    private Reply open(Request.Open wanted) throws RecognitionException {
        if (engine != null) {
            engine.close();
            engine = null;
        }
        for (EngineFactory factory : ServiceLoader.load(EngineFactory.class, WorkerMain.class.getClassLoader())) {
            if (factory.engine().equals(wanted.engine())) {
                engine = factory.open(wanted.model().isEmpty() ? null : Path.of(wanted.model()), wanted.hints());
                return new Reply.Ready();
            }
        }
        throw new RecognitionException("The worker knows no engine named \"" + wanted.engine() + "\"");
    }

    private Engine opened() throws RecognitionException {
        if (engine == null) {
            throw new RecognitionException("No engine is open");
        }
        return engine;
    }
}
