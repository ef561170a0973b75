package org.chartwright.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a webhook could be made to lead, and may not. */
final class TargetRulesTest {

    private static final TargetRules RULES = new TargetRules(Set.of("ehr.internal"));

    @Test
    void addressesOfThisMachineAndItsNetworkAreNotPublic() throws Exception {
        List<String> inside = new ArrayList<>(List.of(
                "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.1.2.3",
                "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
                "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
                "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::2", "fe80::1", "febf::1", "fec0::1", "fc00::1",
                "fd00:ec2::254", "fdff::1", "ff02::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::",
                "2002:a9fe:a9fe::", "3fff::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "::7f00:1"));
        for (String four : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "172.16.0.1", "100.64.0.1")) {
            inside.add("::ffff:" + four);
            inside.add("::" + four);
            inside.add("64:ff9b::" + four);
            inside.add("::ffff:0:" + four);
        }
        for (int i = 0; i < 256; i += 5) {
            inside.add("10." + i + ".3.4");
            inside.add("127." + i + ".3.4");
            inside.add("192.168." + i + ".4");
        }
        assertThat(inside).hasSizeGreaterThan(200);
        for (String address : inside) {
            InetAddress found = InetAddress.getByName(address);
            assertThat(TargetRules.isPublic(found)).as(address).isFalse();
            assertThat(RULES.allows("hooks.example.com", found)).as(address).isFalse();
            assertThat(RULES.allows("ehr.internal", found)).as(address).isTrue();
        }
        for (String address : List.of("8.8.8.8", "93.184.216.34", "100.63.255.255", "172.15.0.1", "2606:2800:220:1::1",
                "2a00:1450:4001::1", "2001:4860:4860::8888")) {
            assertThat(TargetRules.isPublic(InetAddress.getByName(address))).as(address).isTrue();
        }
    }

    @Test
    void addressesThatAreWrittenToMisleadAreRefused() {
        for (String address : List.of(
                "", "hooks.example.com", "http://hooks.example.com/", "ftp://hooks.example.com/", "file:///etc/passwd",
                "gopher://hooks.example.com/", "https://", "https:///x", "https://127.0.0.1/", "https://127.1/",
                "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
                "https://localhost/", "https://metadata/", "https://user@hooks.example.com/", "https://user:pw@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/", "https://127.0.0.1#@hooks.example.com/", "https://hooks.example.com/#x",
                "https://hooks.example.com\\@127.0.0.1/", "https://hooks.example.com/ x", "https://hooks.example.com/\r\nHost: x",
                "jar:https://hooks.example.com!/", "javascript:alert(1)", "https://8.8.8.8/", "https://①②⑦.⓪.⓪.①/",
                "https://hooks.example.com:-1/", "https://hooks_example.com/", "https:hooks.example.com", "//hooks.example.com/",
                "https://hooks.example.com/" + "a".repeat(2000))) {
            assertThat(RULES.objection(address)).as(address).isPresent();
        }
        for (String address : List.of("https://hooks.example.com/", "https://hooks.example.com:8443/a/b?c=d",
                "http://ehr.internal:9000/hook", "https://ehr.internal/")) {
            assertThat(RULES.objection(address)).as(address).isEmpty();
        }
    }
}
