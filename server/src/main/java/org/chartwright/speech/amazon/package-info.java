/**
 * Amazon Transcribe by its batch jobs: to compare with, or for those who want it. Never used unless the operator chose the
 * engine {@code aws-transcribe} and named a bucket.
 *
 * <p><b>Traps.</b> Sound leaves the house here. A piece, its job and its transcript are removed as soon as it was heard or
 * failed; what could not be removed is logged by its random name, and a lifecycle rule on the bucket should remove the
 * rest. What Amazon answers is never quoted, its error codes are.
 */
@NullMarked
package org.chartwright.speech.amazon;

import org.jspecify.annotations.NullMarked;
