package hebe.models.catalog;

import hebe.sim.result.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The published figures of the modelled systems, by their ids. */
public final class Published {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "source",
          "quantity",
          "condition",
          "value",
          "unit",
          "low",
          "high",
          "provenance",
          "verified",
          "role",
          "note");

  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private Published() {}

  /** Reads the figures on the reboot of VMMs. */
  public static Published warmVmReboot() {
    return read("/hebe/models/published/warm-vm-reboot.csv");
  }

  /** Reads the figures on the cost of traps. */
  public static Published trapTiming() {
    return read("/hebe/models/published/trap-timing.csv");
  }

  /** Reads the figures on FT-TCP, on its peers and on the timers of clients. */
  public static Published ftTcp() {
    return read("/hebe/models/published/ft-tcp.csv");
  }

  /** Reads the figures on live migration. */
  public static Published liveMigration() {
    return read("/hebe/models/published/live-migration.csv");
  }

  /** Reads the figures on attaching a VMM to a running system, and detaching it. */
  public static Published selfVirtualization() {
    return read("/hebe/models/published/self-virtualization.csv");
  }

  private static Published read(String resource) {
    Published published = new Published();
    for (Map<String, String> row : CsvTable.read(resource, COLUMNS)) {
      Figure figure = figure(row);
      if (published.figures.put(figure.id(), figure) != null) {
        throw new IllegalStateException("two published figures have the id " + figure.id());
      }
    }
    return published;
  }

  /** The figure with this id. */
  public Figure figure(String id) {
    Figure figure = figures.get(id);
    if (figure == null) {
      throw new IllegalArgumentException("no published figure has the id '" + id + "'");
    }
    return figure;
  }

  /**
   * The figure with this id, to be used as an input: one to calibrate with or a default, never one
   * that is to be predicted.
   */
  public Figure input(String id) {
    Figure figure = figure(id);
    if (figure.role() == Role.TARGET) {
      throw new IllegalStateException(id + " is a target and cannot be an input");
    }
    return figure;
  }

  /** All figures, in the order of the file. */
  public List<Figure> all() {
    return List.copyOf(figures.values());
  }

  private static Figure figure(Map<String, String> row) {
    return new Figure(
        row.get("id"),
        row.get("source"),
        row.get("quantity"),
        row.get("condition"),
        Double.parseDouble(row.get("value")),
        row.get("unit"),
        number(row.get("low")),
        number(row.get("high")),
        Provenance.of(row.get("provenance")),
        verified(row),
        Role.valueOf(row.get("role").toUpperCase(java.util.Locale.ROOT)),
        row.get("note"));
  }

  private static boolean verified(Map<String, String> row) {
    return switch (row.get("verified")) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalStateException(row.get("id") + ": verified is yes or no");
    };
  }

  static OptionalDouble number(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** What a figure may be used for. */
  public enum Role {
    /** May be an input. */
    CALIBRATE,
    /** Is predicted; nothing is tuned on it. */
    TARGET,
    /** A default, or a figure to show; never a gate. */
    PRIOR
  }

  /**
   * One published figure.
   *
   * @param id its id
   * @param source paper, source tree or person
   * @param quantity what was measured
   * @param condition under which
   * @param value the value, in {@code unit}
   * @param unit its unit
   * @param low lower end of the accepted band, if there is one
   * @param high upper end of the accepted band, if there is one
   * @param provenance how it is known
   * @param verified whether it and all that it rests on are verified
   * @param role what it may be used for
   * @param note remarks
   */
  public record Figure(
      String id,
      String source,
      String quantity,
      String condition,
      double value,
      String unit,
      OptionalDouble low,
      OptionalDouble high,
      Provenance provenance,
      boolean verified,
      Role role,
      String note) {
    public Figure {
      if (verified && !provenance.verified()) {
        throw new IllegalArgumentException(
            id + " is " + provenance.label() + " and cannot be verified");
      }
    }
  }
}
