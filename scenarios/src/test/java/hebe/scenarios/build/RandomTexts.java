package hebe.scenarios.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random texts of scenarios without a problem. */
final class RandomTexts {
  /** Delays that scenarios speak of, from none to longer than any horizon. */
  private static final List<String> DELAYS =
      List.of("20 min", "5 h", "36 h", "3 days", "2 weeks", "1 year", "900 years");

  private static final String EXECUTION = "mode: xen-pv-32, cpu: netburst-xeon-2400";

  private final Random random;

  RandomTexts(long seed) {
    random = new Random(seed);
  }

  /** The text of a scenario. */
  String next() {
    boolean guests = random.nextInt(4) > 0;
    boolean vmmAges = random.nextBoolean();
    boolean guestAges = random.nextBoolean();
    List<String> lines = new ArrayList<>(List.of("hebe: 1", "name: Random", "hosts:"));
    for (int host = 0; host <= random.nextInt(2); host++) {
      lines.add("  - " + host(host, guests));
    }
    lines.add("failures: " + failures(vmmAges, guestAges));
    lines.add("policies:");
    int policies = 1 + random.nextInt(3);
    for (int policy = 0; policy < policies; policy++) {
      lines.add("  - " + policy(policy, guests, vmmAges, guestAges));
    }
    lines.add("study: {horizon: " + either("1 s", "1 day", "10 days") + ", replications: 2}");
    return String.join("\n", lines) + "\n";
  }

  private String host(int number, boolean guests) {
    List<String> keys = new ArrayList<>(List.of("name: host" + number));
    maybe(keys, () -> "count: " + (1 + random.nextInt(3)));
    maybe(
        keys,
        () ->
            "hardware: "
                + either(
                    "modern-2s-1tib",
                    "{based-on: opteron-280-2006, post: 0 s, scrub: 0 s/GiB, cores: 1}",
                    "{based-on: opteron-280-2006, memory: 16 GiB, disk-interference: 1}"));
    boolean works = random.nextInt(3) == 0;
    if (works) {
      keys.add("vmm: {based-on: xen-3.0.0, " + EXECUTION + either("}", ", slice: 30 ms}"));
    } else {
      maybe(keys, () -> "vmm: {based-on: xen-3.0.0, vmm-start: 0 s, dom0-boot: 0 s, resume: 0 s}");
    }
    if (guests) {
      keys.add(
          "guests: ["
              + IntStream.rangeClosed(0, random.nextInt(2))
                  .mapToObj(index -> guest(index, works))
                  .collect(Collectors.joining(", "))
              + "]");
    }
    return mapping(keys);
  }

  private String guest(int number, boolean works) {
    List<String> keys = new ArrayList<>(List.of("name: guest" + number));
    maybe(keys, () -> "count: " + (1 + random.nextInt(3)));
    keys.add("memory: " + either("1 B", "512 MiB", "1 GiB", "1.5 GiB"));
    maybe(keys, () -> "os: {based-on: linux-2.6.12, shutdown: 0 s, boot: 0 s, boot-disk: 0 s}");
    maybe(keys, () -> "service: " + either("jboss", "sshd", "none"));
    if (works) {
      maybe(keys, () -> "workload: " + either("kernel-build", "idle", "oltp"));
    }
    return mapping(keys);
  }

  private String failures(boolean vmmAges, boolean guestAges) {
    List<String> layers = new ArrayList<>();
    maybe(layers, () -> "hardware: " + layer(false, true));
    if (vmmAges || random.nextBoolean()) {
      layers.add("vmm: " + layer(vmmAges, false));
    }
    if (guestAges || random.nextBoolean()) {
      layers.add("guest: " + layer(guestAges, false));
    }
    maybe(layers, () -> "service: " + layer(false, false));
    return mapping(layers);
  }

  private String layer(boolean ages, boolean repaired) {
    List<String> keys = new ArrayList<>(List.of("crash: " + law()));
    if (ages) {
      keys.add("aging: " + law());
    }
    maybe(keys, () -> "detection: " + either("0 s", law()));
    if (repaired || random.nextBoolean()) {
      keys.add("repair: " + either("0 s", law()));
    }
    return mapping(keys);
  }

  private String policy(int number, boolean guests, boolean vmmAges, boolean guestAges) {
    List<String> keys = new ArrayList<>(List.of("name: policy" + number));
    maybe(
        keys,
        () ->
            "vmm: {"
                + when(vmmAges)
                + ", by: "
                + either("warm-reboot", "saved-reboot", "cold-reboot", "{restart: " + law() + "}")
                + "}");
    if (guests) {
      maybe(
          keys,
          () ->
              "guests: {"
                  + when(guestAges)
                  + either("", ", duration: 0 s", ", duration: " + law())
                  + "}");
    }
    return mapping(keys);
  }

  private String when(boolean ages) {
    if (ages && random.nextBoolean()) {
      return "after-aging: " + either("0 s", law());
    }
    String every = "every: " + either("2 h", "1 day", "1 week", "4 weeks", "3 years");
    return every
        + either(
            "",
            ", clock: since-renewal",
            ", stagger: none",
            ", stagger: even, first: 1 h",
            ", clock: calendar, first: 10 days");
  }

  /** One of the ten laws, or a duration alone. */
  private String law() {
    return switch (random.nextInt(11)) {
      case 0 -> "{exponential: {" + either("mean: " + delay(), "rate: 3 /day") + "}}";
      case 1 -> "{deterministic: {value: " + delay() + "}}";
      case 2 -> "{uniform: {low: 1 s, high: " + delay() + "}}";
      case 3 -> "{erlang: {stages: " + (1 + random.nextInt(9)) + ", mean: " + delay() + "}}";
      case 4 -> "{hypoexponential: {means: [" + delay() + ", " + delay() + "]}}";
      case 5 ->
          "{hyperexponential: {branches: [{probability: 25 %, mean: "
              + delay()
              + "}, {probability: 75 %, mean: "
              + delay()
              + "}]}}";
      case 6 -> "{weibull: {shape: " + shape() + ", " + either("mean", "scale") + ": 3 days}}";
      case 7 ->
          "{lognormal: {"
              + either("mean", "median")
              + ": "
              + delay()
              + either(", cv: 2", ", sigma: 1.4")
              + "}}";
      case 8 -> "{gamma: {shape: " + shape() + ", " + either("mean", "scale") + ": 3 days}}";
      case 9 -> "{empirical: {values: [" + delay() + ", 0 s, " + delay() + "]}}";
      default -> delay();
    };
  }

  private String shape() {
    return either("0.25", "0.7", "1", "3");
  }

  private String delay() {
    return DELAYS.get(random.nextInt(DELAYS.size()));
  }

  private String either(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void maybe(List<String> keys, Supplier<String> key) {
    if (random.nextBoolean()) {
      keys.add(key.get());
    }
  }

  private static String mapping(List<String> keys) {
    return "{" + String.join(", ", keys) + "}";
  }
}
