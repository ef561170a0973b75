package org.chartwright.access.policy;

/** The names of condition keys. */
final class Keys {

    private static final java.util.regex.Pattern KEY =
            java.util.regex.Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}:[A-Za-z0-9-]{1,128}(/[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128})?");

    private Keys() {}

    /** Whether it can be a condition key: a service, a colon, a name, for tags with the tag's key behind a slash. */
    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }
}
