package org.chartwright.server;

/** The configuration is wrong; the message is one sentence for the operator and holds no secret. */
public final class ConfigException extends RuntimeException {

    ConfigException(String message) {
        super(message);
    }
}
