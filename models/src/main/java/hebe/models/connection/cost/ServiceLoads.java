package hebe.models.connection.cost;

import hebe.models.catalog.CsvTable;
import hebe.models.timing.Bounds;
import hebe.sim.result.Provenance;
import hebe.sim.result.Sourced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The services that ship with Hebe as loads of a log, each number with its source. */
public final class ServiceLoads {
  private static final String RESOURCE = "/hebe/models/connection/services.csv";
  private static final List<String> COLUMNS =
      List.of(
          "service", "parameter", "value", "low", "high", "unit", "provenance", "source", "note");

  private final Map<String, Map<String, Sourced>> values = new LinkedHashMap<>();

  private ServiceLoads() {}

  /** Reads them. */
  public static ServiceLoads load() {
    ServiceLoads loads = new ServiceLoads();
    for (Map<String, String> row : CsvTable.read(RESOURCE, COLUMNS)) {
      Map<String, Sourced> service =
          loads.values.computeIfAbsent(row.get("service"), name -> new LinkedHashMap<>());
      if (service.put(row.get("parameter"), value(row)) != null) {
        throw new IllegalStateException(
            RESOURCE + " gives " + row.get("service") + " " + row.get("parameter") + " twice");
      }
    }
    return loads;
  }

  private static Sourced value(Map<String, String> row) {
    Provenance provenance = Provenance.of(row.get("provenance"));
    return new Sourced(
        Double.parseDouble(row.get("value")),
        row.get("unit"),
        OptionalDouble.of(Double.parseDouble(row.get("low"))),
        OptionalDouble.of(Double.parseDouble(row.get("high"))),
        Sourced.Origin.CATALOG,
        Optional.of(provenance),
        provenance.verified(),
        row.get("source"));
  }

  /** The names, in the order of the data. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** The numbers of a service by parameter, in the order of the data. */
  public Map<String, Sourced> values(String name) {
    Map<String, Sourced> service = values.get(name);
    if (service == null) {
      throw new IllegalArgumentException(
          "no service is called '" + name + "'; there are " + names());
    }
    return Collections.unmodifiableMap(service);
  }

  /** The service with this name. */
  public ServiceLoad service(String name) {
    Sourced work = number(name, "work");
    return new ServiceLoad(
        name,
        number(name, "connections").value(),
        number(name, "exchanges-per-second").value(),
        number(name, "input-segments").value(),
        number(name, "input-bytes").value(),
        number(name, "reads").value(),
        number(name, "output-bytes").value(),
        number(name, "opening-packets").value(),
        new Bounds(work.value(), work.low().orElseThrow(), work.high().orElseThrow()),
        number(name, "copies").value(),
        number(name, "retention").value());
  }

  /** What of it is not verified. */
  public List<String> unverified(String name) {
    return values(name).entrySet().stream()
        .filter(entry -> !entry.getValue().verified())
        .map(entry -> name + " " + entry.getKey())
        .toList();
  }

  private Sourced number(String name, String parameter) {
    Sourced number = values(name).get(parameter);
    if (number == null) {
      throw new IllegalStateException(RESOURCE + " lacks " + parameter + " of " + name);
    }
    return number;
  }
}
