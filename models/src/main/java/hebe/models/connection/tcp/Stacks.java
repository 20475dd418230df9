package hebe.models.connection.tcp;

import hebe.models.catalog.CsvTable;
import hebe.models.catalog.Published;
import hebe.models.connection.tcp.Stack.KeepAlive;
import hebe.models.connection.tcp.Stack.LossProbe;
import hebe.models.connection.tcp.Stack.Opening;
import hebe.sim.result.Provenance;
import hebe.sim.result.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The TCP stacks that ship with Hebe, each number with its source. */
public final class Stacks {
  private static final String RESOURCE = "/hebe/models/connection/stacks.csv";
  private static final List<String> COLUMNS =
      List.of("stack", "parameter", "published", "value", "unit", "provenance", "source", "note");

  /** Sizes that no figure of an outage depends on, in bytes: an Ethernet segment and 64 KiB. */
  private static final Stack.Buffers BUFFERS = new Stack.Buffers(1460, 65536, 65536);

  private final Map<String, Map<String, Sourced>> values = new LinkedHashMap<>();

  private Stacks() {}

  /** Reads them; published figures are found by their ids. */
  public static Stacks load(Published published) {
    Stacks stacks = new Stacks();
    for (Map<String, String> row : CsvTable.read(RESOURCE, COLUMNS)) {
      Map<String, Sourced> stack =
          stacks.values.computeIfAbsent(row.get("stack"), name -> new LinkedHashMap<>());
      if (stack.put(row.get("parameter"), value(row, published)) != null) {
        throw new IllegalStateException(
            RESOURCE + " gives " + row.get("stack") + " " + row.get("parameter") + " twice");
      }
    }
    return stacks;
  }

  /** The names, in the order of the data. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** The numbers of a stack by parameter, in the order of the data. */
  public Map<String, Sourced> values(String name) {
    Map<String, Sourced> stack = values.get(name);
    if (stack == null) {
      throw new IllegalArgumentException("no stack is called '" + name + "'; there are " + names());
    }
    return java.util.Collections.unmodifiableMap(stack);
  }

  /** Whether these numbers of a stack are all verified. */
  public boolean verified(String name, List<String> parameters) {
    return parameters.stream().allMatch(parameter -> number(name, parameter).verified());
  }

  /** The stack with this name; keepalive is off, as it is unless an application asks for it. */
  public Stack stack(String name) {
    return new Stack(
        name,
        new RtoRule(
            value(name, "rto-initial"),
            value(name, "rto-floor"),
            value(name, "variance-floor"),
            value(name, "rto-cap"),
            OptionalDouble.empty()),
        abort(name),
        new Opening(
            value(name, "syn-rto"), count(name, "syn-retries"), count(name, "synack-retries")),
        optional(name, "loss-probe").map(seconds -> new LossProbe(seconds, false)),
        Optional.empty(),
        value(name, "zero-window-doubles") == 1,
        BUFFERS);
  }

  /** The probes of idle connections that an application can switch on. */
  public KeepAlive keepAlive(String name) {
    return new KeepAlive(
        value(name, "keepalive-idle"),
        value(name, "keepalive-interval"),
        count(name, "keepalive-probes"));
  }

  private AbortRule abort(String name) {
    Optional<Double> hypothetical = optional(name, "retries2");
    if (hypothetical.isPresent()) {
      return new AbortRule.Hypothetical(count(name, "retries2"));
    }
    return optional(name, "user-timeout").isPresent()
        ? new AbortRule.Elapsed(value(name, "user-timeout"))
        : new AbortRule.Count(count(name, "retries"));
  }

  private Optional<Double> optional(String name, String parameter) {
    return Optional.ofNullable(values(name).get(parameter)).map(Sourced::value);
  }

  private int count(String name, String parameter) {
    return (int) value(name, parameter);
  }

  private double value(String name, String parameter) {
    return number(name, parameter).value();
  }

  private Sourced number(String name, String parameter) {
    Sourced number = values(name).get(parameter);
    if (number == null) {
      throw new IllegalStateException(RESOURCE + " lacks " + parameter + " of " + name);
    }
    return number;
  }

  private static Sourced value(Map<String, String> row, Published published) {
    if (!row.get("published").isEmpty()) {
      return figure(published.input(row.get("published")), row.get("unit"));
    }
    Provenance provenance = Provenance.of(row.get("provenance"));
    return new Sourced(
        Double.parseDouble(row.get("value")),
        row.get("unit"),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Sourced.Origin.CATALOG,
        Optional.of(provenance),
        provenance.verified(),
        row.get("source"));
  }

  private static Sourced figure(Published.Figure figure, String unit) {
    boolean milliseconds = figure.unit().equals("ms") && unit.equals("s");
    if (!milliseconds && !figure.unit().equals(unit) && !unit.equals("count")) {
      throw new IllegalStateException(
          figure.id() + " is in " + figure.unit() + ", " + RESOURCE + " wants " + unit);
    }
    double scale = milliseconds ? 1e-3 : 1;
    return new Sourced(
        figure.value() * scale,
        unit,
        scaled(figure.low(), scale),
        scaled(figure.high(), scale),
        Sourced.Origin.CATALOG,
        Optional.of(figure.provenance()),
        figure.verified(),
        figure.id() + ": " + figure.source() + ", " + figure.quantity());
  }

  private static OptionalDouble scaled(OptionalDouble value, double scale) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * scale) : value;
  }
}
