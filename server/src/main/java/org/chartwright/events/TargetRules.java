package org.chartwright.events;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where events may go: over TLS, to addresses of the public internet, unless the operator has named a host as trusted. What
 * keeps a tenant from using this server to reach what only this server can. Stateless.
 *
 * @param trusted hosts, exactly as written in a webhook's address, that may be anywhere and may do without TLS
 */
public record TargetRules(java.util.Set<String> trusted) {

    private static final int LONGEST = 2000;

    /** Copies the set. */
    public TargetRules {
        trusted = java.util.Set.copyOf(trusted);
    }

    /** What is wrong with an address as written; empty if nothing is. */
    public Optional<String> objection(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException _) {
            return Optional.of("It is not an address.");
        }
        String host = uri.getHost();
        if (address.length() > LONGEST || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("It must have a host, no user, no fragment and at most " + LONGEST + " characters.");
        }
        boolean named = trusted.contains(host);
        boolean plain = "http".equals(uri.getScheme());
        if (!"https".equals(uri.getScheme()) && !(named && plain)) {
            return Optional.of("It must begin with https://.");
        }
        if (!named && !host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}\\.?")) {
            return Optional.of("It must name its host, not number it.");
        }
        return Optional.empty();
    }

    /** Whether a connection to that address may be made on behalf of a webhook on that host. */
    boolean allows(String host, InetAddress address) {
        return trusted.contains(host) || isPublic(address);
    }

    /**
     * The addresses that a host's name leads to, if all of them may be connected to.
     *
     * @throws ForbiddenAddressException if one of them may not
     */
    public InetAddress[] judged(String host, InetAddress[] found) throws ForbiddenAddressException {
        for (InetAddress address : found) {
            if (!allows(host, address)) {
                throw new ForbiddenAddressException();
            }
        }
        return found;
    }

    /** Whether an address belongs to the public internet, seen through every way of writing an IPv4 address as an IPv6 one. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address _ -> isPublicV6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int a, int b, int c) {
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean reserved = a == 0 || a == 10 || a == 127 || a >= 224;
        boolean kept = (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168) || (a == 169 && b == 254);
        boolean special = (a == 192 && b == 0 && (c == 0 || c == 2)) || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19)) || (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        return !shared && !reserved && !kept && !special;
    }

    /** Global unicast is 2000::/3; within it Teredo, 6to4 and documentation lead elsewhere, as NAT64 does outside of it. */
    private static boolean isPublicV6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean teredoOrSpecial = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] >= 0 && bytes[2] < 2;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean moreDocumentation = bytes[0] == 0x3f && (bytes[1] & 0xff) == 0xff;
        return global && !teredoOrSpecial && !documentation && !sixToFour && !moreDocumentation;
    }
}
