/**
 * The operations of the API, one class each: what a request may hold, and what is done with it.
 *
 * <p><b>The one idea.</b> An operation declares its input as a {@code Shape}; by the time {@code answer} is called the form
 * of every member has been checked, and only the rules between members and the world outside are left to it.
 *
 * <p><b>Start reading</b> at {@code Operation}, then {@code StartMedicalScribeJob}.
 *
 * <p><b>Traps.</b> What is missing is a {@code BadRequestException} here, not a {@code NotFoundException}, as the real
 * service answers, whatever its model says; tags alone keep to the model. A {@code LimitExceededException} makes some
 * SDKs try again for a long time, so it is kept for quotas.
 */
@NullMarked
package org.chartwright.aws.operations;

import org.jspecify.annotations.NullMarked;
