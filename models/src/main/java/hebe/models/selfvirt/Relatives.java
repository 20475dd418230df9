package hebe.models.selfvirt;

import hebe.models.catalog.CsvTable;
import hebe.models.catalog.Published;
import hebe.models.timing.Bounds;
import hebe.sim.result.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Systems that put a VMM under live software, take it away or replace it, with the times that are
 * published of them. Hebe has a mechanism for the paravirtual ones alone: the others are constants,
 * not predictions.
 */
public final class Relatives {
  private static final List<String> COLUMNS =
      List.of(
          "system",
          "step",
          "class",
          "value",
          "unit",
          "low",
          "high",
          "provenance",
          "source",
          "note");
  private static final double SECONDS_PER_MS = 1e-3;

  private final List<Relative> all;

  private Relatives(List<Relative> all) {
    this.all = List.copyOf(all);
  }

  /** Those that ship with Hebe. */
  public static Relatives load() {
    return new Relatives(
        CsvTable.read("/hebe/models/selfvirt/relatives.csv", COLUMNS).stream()
            .map(Relatives::relative)
            .toList());
  }

  /**
   * One step of one system.
   *
   * @param system its name
   * @param step attach, detach, replace or move
   * @param kind its class, as its mechanism says; empty if that is not known
   * @param seconds the published time, with the factor 2 that a model would be allowed where the
   *     source gives no range; empty if none is published
   * @param provenance how it is known
   * @param source publication
   * @param note remarks
   */
  public record Relative(
      String system,
      String step,
      Optional<SwitchClass> kind,
      Optional<Bounds> seconds,
      Provenance provenance,
      String source,
      String note) {}

  private static Relative relative(Map<String, String> row) {
    if (!row.get("unit").equals("ms")) {
      throw new IllegalStateException(row.get("system") + ": the unit is ms");
    }
    return new Relative(
        row.get("system"),
        row.get("step"),
        SwitchClass.find(row.get("class")),
        seconds(row),
        Provenance.of(row.get("provenance")),
        row.get("source"),
        row.get("note"));
  }

  private static Optional<Bounds> seconds(Map<String, String> row) {
    OptionalDouble value = number(row, "value");
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bounds(
                    value.getAsDouble(),
                    number(row, "low").orElseThrow(),
                    number(row, "high").orElseThrow())
                .times(SECONDS_PER_MS));
  }

  private static OptionalDouble number(Map<String, String> row, String column) {
    String text = row.get(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** All of them, in the order of the table. */
  public List<Relative> all() {
    return all;
  }

  /** The names of those of which a time to attach and one to detach are there. */
  public List<String> withTimes() {
    return all.stream()
        .filter(one -> one.step().equals("detach") && one.seconds().isPresent())
        .map(Relative::system)
        .toList();
  }

  /**
   * A system of {@link #withTimes} by its constants, without any wait: what an attempt would wait
   * for is not published.
   */
  public SwitchTimes times(String system) {
    Published figures = Published.selfVirtualization();
    Bounds attach = published(system, "attach");
    Bounds detach = published(system, "detach");
    Retry atOnce = new Retry(0, figures.input("mercury-retry").value() * SECONDS_PER_MS);
    return new SwitchTimes(
        attach,
        detach,
        atOnce,
        Bounds.ZERO,
        Bounds.ZERO,
        List.of(system + ": constants, no mechanism"));
  }

  /** A step of a system of {@link #withTimes}: attach or detach. */
  public Relative step(String system, String step) {
    return all.stream()
        .filter(one -> one.system().equals(system) && one.step().equals(step))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + step + " of " + system));
  }

  private Bounds published(String system, String step) {
    return all.stream()
        .filter(one -> one.system().equals(system) && one.step().equals(step))
        .flatMap(one -> one.seconds().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no time of '"
                        + system
                        + "' "
                        + step
                        + " is published; both times are known of "
                        + String.join(", ", withTimes())));
  }
}
