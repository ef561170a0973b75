/**
 * Any server with OpenAI's {@code /v1/audio/transcriptions}: vLLM, speaches, whisper.cpp, faster-whisper servers.
 *
 * <p><b>Traps.</b> Sound leaves the machine here, for the one address that the operator configured and for no other:
 * redirects are not followed. What the server answers is never quoted in an exception or a log.
 */
@NullMarked
package org.chartwright.speech.transcriptions;

import org.jspecify.annotations.NullMarked;
