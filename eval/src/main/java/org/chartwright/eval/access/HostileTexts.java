package org.chartwright.eval.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What somebody who means harm writes where an address or a name is asked for. */
final class HostileTexts {

    private HostileTexts() {}

    /**
     * Addresses that would make a careless server call where it must not; each leads to a port on this machine or to one of
     * the places where clouds keep their secrets.
     *
     * @param port somebody listens there and counts
     */
    static List<String> addresses(int port) {
        Set<String> all = new LinkedHashSet<>();
        List<String> hosts = List.of("127.0.0.1", "localhost", "127.1", "127.0.1", "0.0.0.0", "0", "2130706433", "0x7f000001",
                "0x7f.0x0.0x0.0x1", "0177.0.0.1", "017700000001", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]",
                "127.127.127.127", "LOCALHOST", "localhost.", "127.0.0.1.nip.io", "s3.amazonaws.com.127.0.0.1.nip.io",
                "①②⑦.⓪.⓪.①", "127。0。0。1", "%6c%6f%63%61%6c%68%6f%73%74", "127.0.0.1%00.s3.amazonaws.com");
        for (String host : hosts) {
            for (String scheme : List.of("http", "https", "HTTP", "ftp", "gopher")) {
                all.add(scheme + "://" + host + ":" + port + "/visits/visit.wav");
            }
            all.add("http://s3.amazonaws.com@" + host + ":" + port + "/visits/visit.wav");
            all.add("http://" + host + ":" + port + "#@s3.amazonaws.com/visits/visit.wav");
            all.add("https://visits.s3.amazonaws.com:" + port + "@" + host + "/visit.wav");
            all.add("http://" + host + ":" + port + "\\@s3.amazonaws.com/visits/visit.wav");
        }
        for (String scheme : List.of("file", "jar:file", "dict", "ldap", "ldaps", "tftp", "sftp", "data", "netdoc", "mailto",
                "javascript", "ws", "wss", "jdbc:postgresql", "rtsp", "smb", "telnet", "imap", "pop3", "view-source", "blob")) {
            all.add(scheme + "://127.0.0.1:" + port + "/visits/visit.wav");
            all.add(scheme + ":///etc/passwd");
        }
        for (String metadata : List.of("169.254.169.254/latest/meta-data/iam/security-credentials/", "[fd00:ec2::254]/latest/meta-data/",
                "metadata.google.internal/computeMetadata/v1/", "100.100.100.200/latest/meta-data/", "169.254.170.2/v2/credentials/",
                "0xA9FEA9FE/latest/", "2852039166/latest/", "192.168.0.1/visits/a", "10.0.0.1/visits/a", "172.16.0.1/visits/a")) {
            all.add("http://" + metadata);
            all.add("https://" + metadata);
        }
        all.addAll(List.of(
                "//127.0.0.1:" + port + "/visits/a", "http:127.0.0.1:" + port + "/visits/a", "http:/127.0.0.1:" + port + "/visits/a",
                "http:///127.0.0.1:" + port + "/visits/a", "http://127.0.0.1:" + port, "http://127.0.0.1:" + port + "?s3.amazonaws.com/v/a",
                "s3://127.0.0.1:" + port + "/visit.wav", "s3://../etc/passwd", "s3:///visits/visit.wav", "s3://visits", "s3://visits/",
                "s3://visits/../../etc/passwd", "s3://visits@127.0.0.1:" + port + "/a", "s3://127.0.0.1/a",
                "https://s3.amazonaws.com:" + port + "/visits/visit.wav", "https://s3.amazonaws.com.evil.example/visits/visit.wav",
                "https://s3-amazonaws.com/visits/visit.wav", "http://s3.amazonaws.com/visits/visit.wav",
                "https://evil.example/s3.amazonaws.com/visits/visit.wav", "https://s3.amazonaws.com/visits/../../visit.wav",
                "https://s3.amazonaws.com/visits/%2e%2e/%2e%2e/visit.wav", "https://s3.amazonaws.com\r\nHost: 127.0.0.1/visits/a",
                "http://127.0.0.1:" + port + "/\r\nX-Evil: 1", "http://127.0.0.1:" + port + "/visits/visit.wav\t",
                "\u0000http://127.0.0.1:" + port + "/visits/a", "https://s3.amazonaws.com/\u202e/visits"));
        return new ArrayList<>(all);
    }

    /** Names that would climb out of folders, end statements or become markup in careless hands. */
    static List<String> names() {
        Set<String> all = new LinkedHashSet<>();
        List<String> steps = List.of("..", "%2e%2e", ".%2e", "%252e%252e", "..%00", "..;", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae",
                "%uff0e%uff0e", "．．", "‥", "..\\", "....", "...");
        List<String> slashes = List.of("/", "\\", "%2f", "%5c", "%252f", "%c0%af", "／", "∕", "//");
        for (String step : steps) {
            for (String slash : slashes) {
                all.add((step + slash).repeat(6) + "etc/passwd");
                all.add("visit" + slash + step + slash + step + slash + "escaped-7");
            }
        }
        for (String place : List.of("/etc/passwd", "C:\\Windows\\win.ini", "\\\\127.0.0.1\\share", "file:///etc/passwd", "~root", "-rf",
                "--help", "CON", "NUL", "AUX", "COM1", "LPT1", ".", "..", "", " ", "a/", "a\u0000b", "a%00b", "\u202egpj.exe",
                "a\nb", "a\r\nSet-Cookie: x=1", "\ufeff", "\ud83d", "é".repeat(300), "a".repeat(2000))) {
            all.add(place);
        }
        List<String> statements = List.of("' or '1'='1", "'; drop table job; --", "\" or 1=1 --", "1; select pg_sleep(9)", "') or ('a'='a",
                "a' union select secret from access_key --", "\\'; drop table job; --", "$$; drop table job; $$", "%' or name like '%",
                "$(touch escaped-7)", "`touch escaped-7`", "; touch escaped-7", "| touch escaped-7", "&& touch escaped-7",
                "${jndi:ldap://127.0.0.1/a}", "#{7*7}", "{{7*7}}", "<%= 7*7 %>", "*)(uid=*))(|(uid=*", "%n%n%n%n", "%s%s%s%s",
                "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "javascript:alert(1)",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;", "]]>", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd",
                "{\"$gt\":\"\"}", "{\"__proto__\":{\"x\":1}}", "__proto__", "constructor");
        for (String statement : statements) {
            for (String around : List.of("%s", "visit%s", "%svisit", "visit %s x", "%s%s", "'%s'", "\"%s\"", "(%s)")) {
                all.add(around.replace("%s", statement));
            }
        }
        return new ArrayList<>(all);
    }
}
