package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of bad scenario, as its user sees it. */
class BadInputTest {
  private static final String TWO_GUESTS =
      "hosts: [{name: a, guests: [{name: w, memory: 1 GiB}, {name: %s, memory: 1 GiB}]}]";

  @TempDir private Path folder;

  /** Lines that replace those of a good scenario, and the problems that they are. */
  static Stream<Arguments> texts() {
    return Stream.of(
        wrong(
            "study: {horizon: 1 GiB}",
            "6:18 study.horizon: expected a duration with a unit, got \"1 GiB\", an amount of"
                + " memory; write for example \"9000 h\""),
        wrong(
            "study: {horizon: 9000}",
            "6:18 study.horizon: expected a duration with a unit, got 9000;"
                + " write for example \"9000 h\""),
        wrong(
            "study: {horizon: 9000 huors}",
            "6:18 study.horizon: expected a duration with a unit, got \"9000 huors\", an unknown"
                + " unit; did you mean \"9000 hours\"?"),
        wrong(
            "study: {horizn: 1 year}",
            "6:9 study.horizn: expected one of the keys horizon, replications, confidence, seed,"
                + " curve-every, got \"horizn\"; did you mean \"horizon\"?"),
        wrong(
            "study: {horizon: 1 year}\nstudys: 1",
            "7:1 studys: expected one of the keys hebe, name, description, workloads, hosts,"
                + " clients, failures, policies, study, costs, sweep, got \"studys\"; did you mean \"study\"?"),
        wrong(
            "clients: [{name: c, guests: wob, open: 10, connections: upload, delay: 1 ms}]",
            "7:11 clients[0]: expected the name of a group of guests, got \"wob\";"
                + " write one of web"),
        wrong(
            "clients: [{name: c, guests: w, open: 10, delay: 1 ms, connections: {upload: 50 %}}]",
            "7:77 clients[0].connections.upload: expected shares with a sum of 100 %, got 50 %;"
                + " write for example \"{request-response: 70 %, idle: 30 %}\""),
        wrong(
            "clients: [{name: c, guests: w, open: 10, delay: 1 ms, connections: uploads}]",
            "7:68 clients[0].connections: expected a kind of connection, got \"uploads\";"
                + " did you mean \"upload\"?"),
        wrong(
            "clients: [{name: c, guests: w, open: 10, connections: idle, delay: 1 ms, stack: linus}]",
            "7:81 clients[0].stack: expected a TCP stack, got \"linus\"; did you mean \"linux\"?"),
        wrong(
            "policies: [{name: p, ft-tcp: {recovery: {cold-restart: {}}}}]",
            "5:12 policies[0]: expected \"ft-tcp\" only in a scenario with \"clients\", got none;"
                + " add clients, or remove it"),
        wrong(
            "policies: [{name: p, ft-tcp: {recovery: {cold-restart: {}}, log: {at: guest},"
                + " logging-overhead: {loads: {web: proxy}}}}]",
            "5:97 policies[0].ft-tcp.logging-overhead: expected \"loads\" only with a log in the"
                + " driver domain or the VMM, got one at \"guest\";"
                + " write a share, or another \"at\" of the log"),
        wrong(
            "policies: [{name: p, ft-tcp: {recovery: {warm-restart: {}}}}]",
            "5:42 policies[0].ft-tcp.recovery.warm-restart: expected a recovery of connections,"
                + " got \"warm-restart\"; did you mean \"cold-restart\"?"),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: nehalm}}]",
            "3:68 hosts[0].vmm.cpu: expected a CPU, got \"nehalm\"; did you mean \"nehalem\"?"),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: vtx-ept, cpu: prescott}}]",
            "3:52 hosts[0].vmm.mode: expected a mode that prescott can have with VT-x without EPT,"
                + " got vtx-ept, which needs VT-x with EPT; costs are known of native,"
                + " binary-translation, vtx-shadow"),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: vtx-ept, cpu: skx-2020}}]",
            "3:66 hosts[0].vmm.cpu: expected \"clock\" beside skx-2020, of which no part is named,"
                + " got none; add for example \"clock: 3 GHz\""),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: native}}]",
            "3:52 hosts[0].vmm.mode: expected \"mode\" and \"cpu\" together, got only a mode;"
                + " add for example \"cpu: nehalem\""),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, cpu: nehalem}}]",
            "3:51 hosts[0].vmm.cpu: expected \"mode\" and \"cpu\" together, got only a CPU;"
                + " add for example \"mode: native\""),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, clock: 3 GHz}}]",
            "3:53 hosts[0].vmm.clock: expected \"clock\" only beside \"mode\" and \"cpu\", got it"
                + " alone; remove it, or add them"),
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: vtx-ept, cpu: nehalem,"
                + " slice: 30 ms}}]",
            "3:82 hosts[0].vmm.slice: expected \"slice\" only where the cost of a switch between"
                + " guests is known, got vtx-ept on nehalem; remove it"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, workload: idle}]}]",
            "3:27 hosts[0].guests: expected \"workload\" only where \"vmm\" says how the guests run,"
                + " got \"idle\" without \"mode\" and \"cpu\"; write for example \"vmm: {based-on:"
                + " xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400}\""),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, workload: idel}]}]",
            "3:63 hosts[0].guests[0].workload: expected a workload, got \"idel\";"
                + " did you mean \"idle\"?"),
        // Xen delivers a signal 0.74 us faster than Linux alone: 2 million of them save 1.48 s.
        wrong(
            "hosts: [{name: a, vmm: {based-on: xen-3.0.0, mode: xen-pv-32, cpu: netburst-xeon-2400},"
                + " guests: [{name: w, memory: 1 GiB, workload: a}]}]\n"
                + "workloads: {a: {rates: {signal-deliver: 2000000 /s}}}",
            "3:97 hosts[0].guests: expected rates at which the processor has time left, got those of"
                + " \"a\", whose events take longer than its native work; write lower rates"),
        wrong(
            "study: {horizon: 1 year}\nworkloads: {idle: {rates: {hypercall: 1 /s}}}",
            "7:12 workloads: expected a workload with a name that none of Hebe has, got \"idle\";"
                + " change the values here"),
        wrong(
            "study: {horizon: 1 year}\nworkloads: {a: {rates: {hypercal: 1 /s}}}",
            "7:25 workloads.a.rates.hypercal: expected a key of a set of event rates, got"
                + " \"hypercal\"; did you mean \"hypercall\"?"),
        wrong(
            "study: {horizon: 1 year}\nworkloads: {a: {rates: {hypercall: 100}}}",
            "7:36 workloads.a.rates.hypercall: expected a rate with a unit, got 100;"
                + " write for example \"0.05 /day\""),
        wrong(
            "study: {horizon: 1 year, horizon: 2 years}",
            "6:26 study.horizon: expected each key once, got a second one (the first is at 6:9);"
                + " remove one of them"),
        wrong(
            "failures: {vmm: {crash: {exponetial: {mean: 1 h}}}}",
            "4:26 failures.vmm.crash.exponetial: expected a delay law, got \"exponetial\";"
                + " did you mean \"exponential\"?"),
        wrong(
            "failures: {vmm: {crash: {exponential: {mean: -1 h}}}}",
            "4:46 failures.vmm.crash.exponential.mean: expected a duration above 0, got \"-1 h\";"
                + " write for example \"9000 h\""),
        wrong(
            "failures: {vmm: {crash: {exponential: {mean: 0 h}}}}",
            "4:46 failures.vmm.crash.exponential.mean: expected a duration above 0, got \"0 h\";"
                + " write for example \"9000 h\""),
        wrong(
            "failures: {vmm: {crash: {exponential: {mean: .nan}}}}",
            "4:46 failures.vmm.crash.exponential.mean: expected a finite duration, got \".nan\";"
                + " write for example \"9000 h\""),
        wrong(
            "failures: {vmm: {crash: {weibull: {shape: .nan, mean: 1 h}}}}",
            "4:43 failures.vmm.crash.weibull.shape: expected a number from 0.05 to 1000, got .nan;"
                + " write for example \"1\""),
        wrong(
            "failures: {vmm: {crash: {exponential: {mean: 1e400 h}}}}",
            "4:46 failures.vmm.crash.exponential.mean: expected a duration with a unit,"
                + " got \"1e400 h\", larger than any number here; write for example \"9000 h\""),
        wrong(
            "failures: {vmm: {crash: {exponential: {mean: 1e300 h}}}}",
            "4:25 failures.vmm.crash: expected a delay with a mean of at most 1E+18 s,"
                + " got one of 3.6E+303 s; change the values here"),
        wrong(
            // The mean is scale * gamma(1 + 1 / 0.05) = scale * 20!, beyond the largest double.
            "failures: {guest: {crash: {weibull: {shape: 0.05, scale: 1e300 h}}}}",
            "4:27 failures.guest.crash: expected a delay with a mean of at most 1E+18 s,"
                + " got one of more seconds than there are numbers; change the values here"),
        wrong(
            "failures: {vmm: {crash: 0 s, repair: 0 s}}",
            "4:25 failures.vmm.crash: expected at least 1 s from the fresh start to the crash,"
                + " on average, got 0 s; write a longer delay"),
        wrong(
            "failures: {guest: {aging: 0.25 s, crash: 0.5 s}}",
            "4:42 failures.guest.crash: expected at least 1 s from the fresh start to the crash,"
                + " on average, got 0.75 s; write a longer delay"),
        wrong(
            "failures: {hardware: {crash: 1 year}}",
            "4:22 failures.hardware: expected the key \"repair\", got none;"
                + " add for example \"repair: {exponential: {mean: 9000 h}}\""),
        wrong(
            "failures: {hardware: {crash: 1 year, repair: 1 h, aging: 1 h}}",
            "4:51 failures.hardware.aging: expected one of the keys crash, detection, repair, repair-restores,"
                + " got \"aging\"; remove it"),
        wrong(
            "failures: {vmm: {aging: 1 year}}",
            "4:17 failures.vmm: expected the key \"crash\", got none;"
                + " add for example \"crash: {exponential: {mean: 9000 h}}\""),
        wrong(
            "hosts: []",
            "3:8 hosts: expected a list that is not empty, got an empty one;"
                + " add for example \"- {name: web-1}\""),
        wrong(
            "hosts: [{name: a}, {name: b}, {name: a}]",
            "3:38 hosts[2].name: expected each name once, got another \"a\""
                + " (the first is at 3:16); give it another name"),
        wrong(
            TWO_GUESTS.formatted("w"),
            "3:61 hosts[0].guests[1].name: expected each name once, got another \"w\""
                + " (the first is at 3:35); give it another name"),
        wrong(
            TWO_GUESTS.formatted("a"),
            "3:9 hosts[0]: expected different names for hosts and guests, got \"a\" for both;"
                + " rename one of them"),
        wrong(
            "hosts: [{name: a, count: 2}, {name: a-1}]",
            "3:30 hosts[1]: expected different names for all hosts,"
                + " got \"a-1\" in \"a\" and in \"a-1\"; rename one of them"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, count: 3, memory: 1 GiB},"
                + " {name: w-3, memory: 1 GiB}]}]",
            "3:9 hosts[0]: expected different names for all guests,"
                + " got \"w-3\" in \"w\" and in \"w-3\"; rename one of them"),
        wrong(
            "hosts: [{name: all}]",
            "3:9 hosts[0]: expected a name other than \"all\", which stands for everything in"
                + " results, got \"all\"; rename it"),
        wrong(
            TWO_GUESTS.formatted("all"),
            "3:9 hosts[0]: expected a name other than \"all\", which stands for everything in"
                + " results, got \"all\"; rename it"),
        wrong(
            "hosts: [{name: a b}]",
            "3:16 hosts[0].name: expected a name of letters, digits, \".\", \"_\", \"-\","
                + " got \"a b\"; write for example \"web-1\""),
        wrong(
            "hosts: [{name: a, count: 10001}]",
            "3:26 hosts[0].count: expected a whole number from 1 to 10000, got 10001;"
                + " write for example \"1\""),
        wrong(
            // 12 guests and 512 MiB for the control domain are 12.5 GiB.
            "hosts: [{name: a, guests: [{name: w, count: 12, memory: 1 GiB}]}]",
            "3:27 hosts[0].guests: expected guests and control domain of at most 12 GiB in all,"
                + " the memory of opteron-280-2006, got 12.5 GiB; take fewer or smaller guests,"
                + " or write more memory under \"hardware\""),
        wrong(
            "hosts: [{name: a, hardware: opteron-280-2007}]",
            "3:29 hosts[0].hardware: expected a hardware profile, got \"opteron-280-2007\";"
                + " did you mean \"opteron-280-2006\"?"),
        wrong(
            "hosts: [{name: a, hardware: {based-on: opteron, post: 1 s}}]",
            "3:40 hosts[0].hardware.based-on: expected a hardware profile, got \"opteron\";"
                + " write one of opteron-280-2006, modern-2s-1tib"),
        wrong(
            "hosts: [{name: a, vmm: xen-3.0.1}]",
            "3:24 hosts[0].vmm: expected a VMM profile, got \"xen-3.0.1\";"
                + " did you mean \"xen-3.0.0\"?"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, os: linux-2.6.21}]}]",
            "3:57 hosts[0].guests[0].os: expected a guest system profile, got \"linux-2.6.21\";"
                + " did you mean \"linux-2.6.12\"?"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, service: jbos}]}]",
            "3:62 hosts[0].guests[0].service: expected a service profile, got \"jbos\";"
                + " did you mean \"jboss\"?"),
        wrong(
            "hosts: [{name: a, hardware: {based-on: opteron-280-2006, post: 2 years}}]",
            "3:64 hosts[0].hardware.post: expected a duration from 0 to 31536000 s,"
                + " got \"2 years\"; write for example \"1 s\""),
        wrong(
            // A MiB at 2^-26 MiB/s takes 2^26 s, more than a year; shown with six digits.
            "hosts: [{name: a, hardware: {based-on: opteron-280-2006, disk-rate: 0.015625 B/s}}]",
            "3:69 hosts[0].hardware.disk-rate: expected a rate at which a MiB or GiB takes at most"
                + " 31536000 s, got one at which it takes 67108900 s; change the values here"),
        wrong(
            "policies: [{name: p}, {name: p}]",
            "5:30 policies[1].name: expected each name once, got another \"p\""
                + " (the first is at 5:19); give it another name"),
        wrong(
            "policies: [{name: p, vmm: {every: 1 week, by: cold-rebot}}]",
            "5:47 policies[0].vmm.by: expected a mechanism, got \"cold-rebot\";"
                + " did you mean \"cold-reboot\"?"),
        wrong(
            "policies: [{name: p, vmm: {every: 1 week}}]",
            "5:27 policies[0].vmm: expected the key \"by\", got none;"
                + " add for example \"by: warm-reboot\""),
        wrong(
            "policies: [{name: p, vmm: {by: warm-reboot}}]",
            "5:27 policies[0].vmm: expected one of the keys every, after-aging, at-age, when-free-below, inspect, predict or after-crash, got none;"
                + " add for example \"every: 9000 h\""),
        wrong(
            "policies: [{name: p, guests: {every: 1 week, after-aging: 1 h}}]",
            "5:30 policies[0].guests: expected one of the keys every, after-aging, at-age, when-free-below, inspect, predict or after-crash,"
                + " got every and after-aging; keep one of them"),
        wrong(
            "policies: [{name: p, guests: {every: 0.5 s}}]",
            "5:38 policies[0].guests.every: expected a duration at least 1 s, got \"0.5 s\";"
                + " write for example \"9000 h\""),
        wrong(
            "policies: [{name: p, vmm: {after-aging: 1 week, by: warm-reboot}}]",
            "5:12 policies[0]: expected \"after-aging\" only where \"failures.vmm.aging\" says"
                + " when the layer becomes failure-probable, got no such law;"
                + " add one, or use \"every\""),
        wrong(
            "policies: [{name: p, guests: {after-aging: 1 week}}]",
            "5:12 policies[0]: expected \"after-aging\" only where \"failures.guest.aging\" says"
                + " when the layer becomes failure-probable, got no such law;"
                + " add one, or use \"every\""),
        wrong(
            """
            failures: {guest: {aging: 0 s, crash: 1 year}}
            policies: [{name: p, guests: {after-aging: 0 s, duration: 0 s}}]""",
            "5:12 policies[0]: expected at least 1 s from the fresh start to the rejuvenation of"
                + " the guest, on average, got 0 s; write a longer delay"),
        wrong(
            "policies: [{name: p, guests: {every: 1 week, clock: since-renewal, stagger: even}}]",
            "5:77 policies[0].guests.stagger: expected no \"stagger\" without \"every\" by the"
                + " calendar, got one; remove it"),
        wrong(
            "policies: [{name: p, guests: {every: 1 week, clock: since-renewal, first: 1 h}}]",
            "5:75 policies[0].guests.first: expected no \"first\" without \"every\" by the"
                + " calendar, got one; remove it"),
        wrong(
            """
            failures: {guest: {aging: 1 h, crash: 1 year}}
            policies: [{name: p, guests: {after-aging: 1 week, clock: calendar}}]""",
            "5:59 policies[0].guests.clock: expected no \"clock\" with \"after-aging\", got one;"
                + " remove it"),
        wrong(
            "hosts: [{name: a}]\npolicies: [{name: p, guests: {every: 1 week}}]",
            "5:12 policies[0]: expected no \"guests\" in a policy where no host has any, got them;"
                + " remove them, or add guests to a host"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, page-cache: {working-set: 512 MiB}}]}]",
            "3:65 hosts[0].guests[0].page-cache: expected either \"dip\" or \"warm-rate\", got none;"
                + " write for example \"dip: 69 %\""),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, page-cache: {working-set: 512 MiB, dip: 69 %, warm-rate: 300 MiB/s}}]}]",
            "3:93 hosts[0].guests[0].page-cache.dip: expected either \"dip\" or \"warm-rate\", got both;"
                + " keep one of them"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, page-cache: {working-set: 512 MiB, dip: 100 %}}]}]",
            "3:93 hosts[0].guests[0].page-cache.dip: expected a share at least 0 % and below 100 %,"
                + " got \"100 %\"; write for example \"95 %\""),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, page-cache: {working-set: 2 GiB, dip: 69 %}}]}]",
            "3:65 hosts[0].guests[0].page-cache: expected a working set of at most the guest's"
                + " memory of 1 GiB, got 2 GiB; what does not fit is never cached, so write what is"),
        wrong(
            "hosts: [{name: a, guests: [{name: w, memory: 1 GiB, page-cache: {dip: 69 %}}]}]",
            "3:65 hosts[0].guests[0].page-cache: expected the key \"working-set\","
                + " got none; add for example \"working-set: 1 GiB\""),
        wrong(
            "study: {horizon: 2000000 years}",
            "6:18 study.horizon: expected a duration from 1 s to 31536000000000 s,"
                + " got \"2000000 years\"; write for example \"9000 h\""),
        wrong(
            // A year has 8760 hours; ten have 87,600.
            "study: {horizon: 10 years, curve-every: 1 h}",
            "6:41 study.curve-every: expected at most 10000 bins in the horizon, got 87600;"
                + " write a longer time"),
        wrong(
            "study: {confidence: 0.95}",
            "6:21 study.confidence: expected a share with a unit, got 0.95;"
                + " write for example \"95 %\""),
        wrong(
            "study: {confidence: 100 %}",
            "6:21 study.confidence: expected a share above 0 % and below 100 %, got \"100 %\";"
                + " write for example \"95 %\""),
        wrong(
            "name: " + "x".repeat(20_000),
            "2:7 name: expected a value of at most 16384 characters, got one of 20000;"
                + " shorten it"),
        wrong(
            "failures: " + "[".repeat(60) + "]".repeat(60),
            "4:51 failures"
                + "[0]".repeat(40)
                + ": expected at most 40 levels of nesting, got more; write it flatter"),
        wrong(
            "policies:\n\t- {name: none}",
            "6:1: expected spaces for indentation, got a tab; replace it by spaces"),
        wrong(
            "study: {horizon: 1 year",
            "7:1: expected \",\" or \"}\", got something else;"
                + " close the bracket that is opened at 6:8"),
        wrong(
            """
            study: {horizon: 9000}
            policies: [{name: p, vmm: {every: 1 week, by: cold-rebot}}]""",
            "5:47 policies[0].vmm.by: expected a mechanism, got \"cold-rebot\";"
                + " did you mean \"cold-reboot\"?",
            "6:18 study.horizon: expected a duration with a unit, got 9000;"
                + " write for example \"9000 h\""),
        wrong(
            """
            study: {horizon: 9000, seed: -1}
            failures: {vmm: {crash: {weibul: {mean: 1 h}}, detecton: 1 s}}
            hosts: [{name: a, cuont: 2}]""",
            "3:19 hosts[0].cuont: expected one of the keys name, count, hardware, vmm, guests,"
                + " load, spares, self-virtualization, got \"cuont\"; did you mean \"count\"?",
            "4:26 failures.vmm.crash.weibul: expected a delay law, got \"weibul\";"
                + " did you mean \"weibull\"?",
            "4:48 failures.vmm.detecton: expected one of the keys aging, crash, speeds, detection, repair, repair-restores, recovery,"
                + " got \"detecton\"; did you mean \"detection\"?",
            "6:18 study.horizon: expected a duration with a unit, got 9000;"
                + " write for example \"9000 h\"",
            "6:30 study.seed: expected a whole number from 0 to 9223372036854775807, got -1;"
                + " write for example \"0\""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void badScenario_isRefusedWithAllItsProblems(String lines, List<String> problems)
      throws IOException {
    assertRefused(good(lines).getBytes(StandardCharsets.UTF_8), problems);
  }

  @Test
  void goodScenario_thatTheBadOnesDeviateFrom_isInOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), good("name: Good"));

    assertThat(Ran.hebe("check", file.toString()))
        .isEqualTo(new Ran(0, file + ": in order; 1 policy, 1 group of hosts\n", ""));
  }

  /** Files that are no scenarios at all, and the problem that each is. */
  static Stream<Arguments> files() {
    byte[] binary = new byte[256];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) i;
    }
    return Stream.of(
        file(
            new byte[0],
            ":1:1: expected keys with values, got an empty file; write for example \"name: web\""),
        file(
            "# only a comment\n",
            ":1:1: expected keys with values, got an empty file; write for example \"name: web\""),
        file(
            "just text\n",
            ":1:1: expected keys with values, got \"just text\"; write for example \"name: web\""),
        file(
            binary,
            ":1:1: expected text in UTF-8, got binary content; save it as plain text in UTF-8"),
        file(
            "hebe: 1\nname: Größe\n".getBytes(StandardCharsets.ISO_8859_1),
            ":2:9: expected text in UTF-8, got other bytes; save it as plain text in UTF-8"),
        file(
            "# " + "x".repeat(1 << 20),
            ": expected a file of at most 1 MiB, got a larger one; split it"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileThatIsNoScenario_isRefused(byte[] bytes, String problem) throws IOException {
    assertRefused(bytes, List.of(problem));
  }

  @Test
  void aliasBomb_isRefusedAnchorByAnchor() throws IOException {
    // Ten levels of ten aliases would be 10^10 values.
    StringBuilder bomb = new StringBuilder("description: &d0 lol\n");
    for (int level = 1; level <= 10; level++) {
      bomb.append("d").append(level).append(": &d").append(level).append(" [");
      bomb.append(("*d" + (level - 1) + ", ").repeat(10)).append("]\n");
    }
    Path file = Files.writeString(folder.resolve("x.yaml"), bomb + good("name: Bomb"));

    Ran ran = Ran.run(file, folder.resolve("out"));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    // One anchor beside ten lines of an unknown key, an anchor and ten aliases.
    assertThat(ran.err())
        .startsWith("hebe: 121 problems\n")
        .contains(
            "x.yaml:1:14 description: expected a value, got an anchor (&);"
                + " write the value out where it is needed\n")
        .contains("x.yaml:2:10 d1[0]: expected a value, got an alias (*); write the value out\n")
        .endsWith("\nand 71 more\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void folder_isRefused() {
    assertThat(Ran.hebe("check", folder.toString()))
        .isEqualTo(
            new Ran(
                2,
                "",
                "hebe: 1 problem\n"
                    + folder
                    + ": expected a readable file, got a folder; name a file in it\n"));
  }

  @Test
  void missingFile_isRefused() {
    Path missing = folder.resolve("missing.yaml");

    assertThat(Ran.run(missing, folder.resolve("out")))
        .isEqualTo(
            new Ran(
                2,
                "",
                "hebe: 1 problem\n"
                    + missing
                    + ": expected a readable file, got no such file; check the path\n"));
  }

  @Test
  void severalFiles_areCheckedTogether() throws IOException {
    Path good = Files.writeString(folder.resolve("good.yaml"), good("name: Good"));
    Path one = Files.writeString(folder.resolve("one.yaml"), good("hebe: 2"));
    Path two = Files.writeString(folder.resolve("two.yaml"), good("study: {seed: x}"));

    Ran ran = Ran.hebe("check", two.toString(), good.toString(), one.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEqualTo(good + ": in order; 1 policy, 1 group of hosts\n");
    assertThat(ran.err().lines().toList())
        .hasSize(3)
        .startsWith("hebe: 2 problems")
        .satisfies(lines -> assertThat(lines.get(1)).startsWith(one + ":1:7 hebe: expected "))
        .satisfies(
            lines -> assertThat(lines.get(2)).startsWith(two + ":6:15 study.seed: expected "));
  }

  /** The commands that read a scenario say the same, print no result and make no folder. */
  private void assertRefused(byte[] bytes, List<String> problems) throws IOException {
    Path file = Files.write(folder.resolve("x.yaml"), bytes);
    Path output = folder.resolve("out");
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    String expected =
        "hebe: "
            + count
            + "\n"
            + problems.stream()
                .map(problem -> file + (problem.startsWith(":") ? "" : ":") + problem + "\n")
                .collect(Collectors.joining());

    assertThat(Ran.run(file, output)).isEqualTo(new Ran(2, "", expected));
    assertThat(Ran.hebe("check", file.toString())).isEqualTo(new Ran(2, "", expected));
    assertThat(Ran.hebe("explain", file.toString())).isEqualTo(new Ran(2, "", expected));
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(output).doesNotExist();
  }

  private static Arguments wrong(String lines, String... problems) {
    return arguments(lines, List.of(problems));
  }

  private static Arguments file(byte[] bytes, String problem) {
    return arguments(bytes, problem);
  }

  private static Arguments file(String text, String problem) {
    return file(text.getBytes(StandardCharsets.UTF_8), problem);
  }

  /** A good scenario of six lines with those replaced that begin with the same key. */
  private static String good(String replaced) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line :
        List.of(
            "hebe: 1",
            "name: Bad",
            "hosts: [{name: host, guests: [{name: web, count: 2, memory: 1 GiB}]}]",
            "failures: {}",
            "policies: [{name: none}]",
            "study: {horizon: 1 year}")) {
      lines.put(line.substring(0, line.indexOf(':')), line);
    }
    String last = "";
    for (String line : Arrays.asList(replaced.split("\n", -1))) {
      if (line.startsWith("\t")) {
        lines.merge(last, line, (above, below) -> above + "\n" + below);
      } else {
        last = line.substring(0, line.indexOf(':'));
        lines.put(last, line);
      }
    }
    return String.join("\n", lines.values()) + "\n";
  }
}
