package hebe.scenarios.read;

import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small file format with every kind of type, for the tests. */
final class Example {
  static final Key<String> NAME = Key.required("name", "Its name.", Types.identifier());
  private static final Key<Integer> COUNT =
      Key.defaulted("count", "How many of them.", Types.integer(1, 1000), "1");
  private static final Key<Optional<Long>> MEMORY =
      Key.optional("memory", "Memory of each.", Types.memoryBytes(), "that of the host");
  private static final Key<Optional<Located<String>>> SERVICE =
      Key.optional("service", "The service on it.", Types.identifier().located());
  private static final Key<DelayLaw> REPAIR =
      Key.defaulted("repair", "Time to repair.", Laws.delayLaw(), "{exponential: {mean: 1 h}}");
  private static final Key<Mode> MODE = Key.required("mode", "How guests run.", mode());
  private static final Key<List<Guest>> GUESTS =
      Key.required(
          "guests", "The guests.", Types.listOf(guest()).required().uniqueBy("name", Guest::name));
  private static final Key<Map<String, Double>> LIMITS =
      Key.defaulted("limits", "Least availability by service.", Types.mapOf(Types.share()), "{}");
  private static final Key<Optional<Double>> SHAPE =
      Key.optional("shape", "A number.", Types.number(Bounds.open(0, 10)));
  private static final Key<Boolean> TRACED =
      Key.defaulted("traced", "Whether it is traced.", Types.flag(), "false");
  private static final Key<Optional<String>> TITLE =
      Key.optional("title", "What it shows.", Types.text());

  private Example() {}

  enum Mode {
    XEN_PV,
    NATIVE;

    String word() {
      return this == NATIVE ? "native" : "xen-pv";
    }
  }

  record Guest(
      String name,
      int count,
      Optional<Long> memoryBytes,
      Optional<Located<String>> service,
      DelayLaw repair) {
    Guest {
      if (name.equals("root")) {
        throw new IllegalArgumentException("a guest has a name of its own; got root");
      }
    }
  }

  record File(
      String name,
      Mode mode,
      List<Guest> guests,
      Map<String, Double> limits,
      Optional<Double> shape,
      boolean traced,
      Optional<String> title) {}

  static Mapping<File> file() {
    return Mapping.of(
        "example",
        "An example.",
        v ->
            new File(
                v.get(NAME),
                v.get(MODE),
                v.get(GUESTS),
                v.get(LIMITS),
                v.get(SHAPE),
                v.get(TRACED),
                v.get(TITLE)),
        NAME,
        MODE,
        GUESTS,
        LIMITS,
        SHAPE,
        TRACED,
        TITLE);
  }

  private static Mapping<Guest> guest() {
    return Mapping.of(
        "guest",
        "A virtual machine.",
        v -> new Guest(v.get(NAME), v.get(COUNT), v.get(MEMORY), v.get(SERVICE), v.get(REPAIR)),
        NAME,
        COUNT,
        MEMORY,
        SERVICE,
        REPAIR);
  }

  private static Type<Mode> mode() {
    Key<Mode> basedOn =
        Key.required(
            "based-on",
            "The mode to begin with.",
            Types.choice("mode", List.of(Mode.values()), Mode::word));
    Mapping<Mode> mapping =
        Mapping.of("changed mode", "A mode with changes.", v -> v.get(basedOn), basedOn);
    return Types.firstOf(Types.choice("mode", List.of(Mode.values()), Mode::word), mapping);
  }
}
