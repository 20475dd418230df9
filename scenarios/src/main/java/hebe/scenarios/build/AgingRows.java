package hebe.scenarios.build;

import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakPresets.Preset;
import hebe.models.aging.Resource;
import hebe.reports.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a layer ages, as rows of what, law and origin. */
final class AgingRows {
  private AgingRows() {}

  static List<List<String>> of(String layer, Aging aging) {
    List<List<String>> rows = new ArrayList<>();
    if (aging instanceof Aging.Stages staged) {
      stages(layer + ".aging", staged.stages(), rows);
      speeds(layer + ".speeds", staged.speeds(), rows);
    }
    aging.resource().ifPresent(resource -> resource(layer + ".aging", resource, rows));
    return rows;
  }

  private static void stages(String name, List<Aging.Stage> stages, List<List<String>> rows) {
    for (int i = 0; i < stages.size(); i++) {
      Aging.Stage stage = stages.get(i);
      String crash = stage.crash().map(law -> "; crash in it: " + law.describe()).orElse("");
      String number = stages.size() == 1 ? "" : " stage " + i;
      rows.add(List.of(name + number, stage.lasts().describe() + crash, "given"));
    }
  }

  private static void speeds(String name, List<Double> speeds, List<List<String>> rows) {
    if (!speeds.isEmpty()) {
      String all =
          speeds.stream()
              .map(speed -> Shown.number(100 * speed) + " %")
              .collect(Collectors.joining(", "));
      rows.add(List.of(name, all, "given"));
    }
  }

  private static void resource(String name, Resource resource, List<List<String>> rows) {
    rows.add(
        List.of(
            name + " capacity",
            amount(resource.capacity(), resource)
                + ", counted as "
                + resource.grains()
                + " times "
                + amount(resource.grain(), resource),
            origin(resource.preset())));
    for (Leak leak : resource.leaks()) {
      rows.add(
          List.of(
              name + " leak " + leak.name(),
              amount(leak.amount(), resource) + " " + event(leak.on()),
              origin(leak.preset())));
    }
    for (Resource.Level level : resource.levels()) {
      String below = Shown.number(100 * level.freeBelow()) + " %";
      rows.add(
          List.of(
              name + " slow below " + below, Shown.number(100 * level.speed()) + " %", "given"));
    }
    resource
        .crashBelow()
        .ifPresent(
            share ->
                rows.add(
                    List.of(name + " crash-below", Shown.number(100 * share) + " %", "given")));
  }

  private static String event(LeakEvent event) {
    if (event instanceof LeakEvent.Own own) {
      return "at every event " + own.label();
    }
    if (event instanceof LeakEvent.Use use) {
      return "at every event of: "
          + VmmUseTable.events(use)
          + " (rates below); taken "
          + use.bundled()
          + " at once";
    }
    LeakEvent.Arrivals arrivals = (LeakEvent.Arrivals) event;
    String one = "at every event, " + arrivals.between().describe();
    return arrivals.bundle() == 1
        ? one
        : one + "; taken " + arrivals.bundle() + " at once, " + arrivals.law().describe();
  }

  private static String amount(long amount, Resource resource) {
    return resource.unit() == Resource.Unit.COUNT
        ? Numbers.exact((double) amount)
        : Numbers.exact(amount / 1024.0) + " KiB";
  }

  private static String origin(Optional<Preset> preset) {
    return preset
        .map(
            known ->
                known.size().origin().label() + ": " + known.name() + ", " + known.size().source())
        .orElse("given");
  }
}
