/**
 * Native engines run here, each in a child process, so that a crash, a hang or a leak costs one attempt and not the
 * service.
 *
 * <p><b>Contract.</b> {@link org.chartwright.speech.worker.WorkerRecognizer} is a pool of children; a child runs
 * {@link org.chartwright.speech.worker.WorkerMain}, which opens one
 * {@link org.chartwright.speech.worker.Engine} and answers one request at a time over its pipes.
 *
 * <p><b>Traps.</b> Nothing clinical may reach a child's arguments, environment, standard error, core dumps or crash files:
 * the command line in {@code ChildProcess} closes each of these. A child ends when its standard input does, even while
 * it computes, so none outlives its parent.
 */
@NullMarked
package org.chartwright.speech.worker;

import org.jspecify.annotations.NullMarked;
