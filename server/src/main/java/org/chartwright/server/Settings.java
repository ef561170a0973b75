package org.chartwright.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The settings of one start: the usual ones, overlaid by a file, overlaid by options. Immutable once read. */
public final class Settings {

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /** The usual settings. */
    public static Settings usual() {
        return new Settings(new EnumMap<>(Setting.class));
    }

    /**
     * The settings of a properties file.
     *
     * @throws ConfigException if it cannot be read, or names a setting that does not exist
     */
    public static Settings read(Path file) {
        Properties found = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            found.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            throw new ConfigException("The configuration file cannot be read: " + file);
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (String key : found.stringPropertyNames()) {
            Setting setting = Arrays.stream(Setting.values())
                    .filter(known -> known.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new ConfigException("There is no setting " + key + " (in " + file + ")."
                            + nearest(key)));
            values.put(setting, found.getProperty(key).strip());
        }
        return new Settings(values);
    }

    /** The same with one more. */
    public Settings with(Setting setting, String value) {
        Map<Setting, String> more = new EnumMap<>(Setting.class);
        more.putAll(values);
        more.put(setting, value);
        return new Settings(more);
    }

    /** A text, or the usual one. */
    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.usual());
    }

    /** A text, or nothing where it is empty. */
    public Optional<String> maybe(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    /**
     * What the named file holds, without white space around it; nothing where no file is named.
     *
     * @throws ConfigException if others than its owner can read or write it, or nothing can be read from it
     */
    public Optional<String> secret(Setting setting) {
        return maybe(setting).map(name -> {
            try {
                SafeStart.requireOwnersOnly(Path.of(name));
                String secret = Files.readString(Path.of(name)).strip();
                if (!secret.isEmpty()) {
                    return secret;
                }
            } catch (IOException _) {
                // Told below.
            }
            throw new ConfigException(setting.key() + " must be a file that holds a secret.");
        });
    }

    /** A whole number within bounds. */
    public int number(Setting setting, int least, int most) {
        try {
            int value = Integer.parseInt(text(setting));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, with the bounds.
        }
        throw new ConfigException(setting.key() + " must be a whole number from " + least + " to " + most + ".");
    }

    /** True or false. */
    public boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(setting.key() + " must be true or false.");
        };
    }

    private static String nearest(String key) {
        String room = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
        String known = String.join(", ", Arrays.stream(Setting.values())
                .map(Setting::key)
                .filter(name -> !room.isEmpty() && name.startsWith(room))
                .toList());
        return known.isEmpty() ? "" : " There are: " + known + ".";
    }
}
