/**
 * Pieces of speech become words with times and confidence.
 *
 * <p><b>The one idea.</b> {@link org.chartwright.speech.Recognizer} is the one door to every engine; engines live in back
 * rooms ({@code speech.<engine>}), are found by {@link java.util.ServiceLoader}, and all pass {@code RecognizerContract}.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.speech.Recognizers}, {@link org.chartwright.speech.SpeechConfig},
 * {@code pocketsphinx.PocketSphinxEngine}, {@code worker.WorkerRecognizer}.
 *
 * <p><b>Engines.</b> {@code pocketsphinx}: CMU PocketSphinx with its generic and our clinical language model, and the
 * visit's phrases as a third. {@code pocketsphinx-plain}: the same as distributed, to compare with. {@code vosk}: with a
 * model that the user names. {@code onnx}: ONNX Runtime, likewise. {@code server}: any server with OpenAI's transcription
 * interface. {@code aws-transcribe}: Amazon Transcribe, where the operator gives a bucket for it.
 *
 * <p><b>Callers.</b> {@code scribing} and {@code cli} open one recogniser a process and share it; pieces of a visit may
 * be heard in any order and at once.
 *
 * <p><b>Threads and lifetime.</b> A recogniser takes as many callers as its parallelism says and lets others wait. Native
 * engines run in child processes ({@code speech.worker}), which are started at first use, given back when idle, and
 * killed at their limits. A call that is interrupted kills the worker that it waits for.
 *
 * <p><b>Traps.</b> Engines give the words as they are spelled in a dictionary: lower case, numbers as words; how they are
 * written is the work of {@code wording}. Messages of {@link org.chartwright.speech.RecognitionException} reach logs and
 * callers, so they never quote what was heard.
 */
@Room(mayUse = {"encounter", "audio", "models"})
@NullMarked
package org.chartwright.speech;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
