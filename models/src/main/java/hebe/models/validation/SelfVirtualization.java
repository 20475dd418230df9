package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.migration.MigrationPresets;
import hebe.models.migration.PreCopy;
import hebe.models.selfvirt.ModeCosts;
import hebe.models.selfvirt.Retry;
import hebe.models.selfvirt.SwitchDesign;
import hebe.models.selfvirt.SwitchDesign.Records;
import hebe.models.selfvirt.SwitchLaw;
import hebe.models.selfvirt.SwitchLaw.Basis;
import hebe.models.selfvirt.SwitchSize;
import hebe.models.selfvirt.SwitchTimes;
import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import hebe.models.validation.LiveMigration.NotPredicted;
import hebe.models.validation.Prediction.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Predictions of the figures on attaching a VMM to a running system, and detaching it.
 *
 * @param predictions of targets
 * @param notPredicted targets without a mechanism, with the reason
 * @param lightLoad what the law gives at the light load, for each design and basis
 */
public record SelfVirtualization(
    List<Prediction> predictions, List<NotPredicted> notPredicted, List<AtLightLoad> lightLoad) {
  public SelfVirtualization {
    predictions = List.copyOf(predictions);
    notPredicted = List.copyOf(notPredicted);
    lightLoad = List.copyOf(lightLoad);
  }

  /**
   * Times at the light load.
   *
   * @param records how the VMM learns types and counts of the frames
   * @param basis whether the published time is used
   * @param times what the law gives
   */
  public record AtLightLoad(Records records, Basis basis, SwitchTimes times) {}

  /** All of them; every target of the figures is either predicted or given a reason. */
  public static SelfVirtualization predict(Published published, Published migrations) {
    Predictor predictor = new Predictor(published);
    predictor.switchTime();
    predictor.modes();
    predictor.waits();
    predictor.share(migrations);
    predictor.reasons();
    return new SelfVirtualization(
        predictor.predictions, predictor.notPredicted, predictor.lightLoad());
  }

  private static final class Predictor {
    private static final String CPU = "netburst-xeon-2400";
    private static final Mode VIRTUAL = Mode.XEN_PV_32;
    private static final SwitchDesign RECOMPUTE = SwitchDesign.of(Records.RECOMPUTED);

    private final Published published;
    private final TrapCostTable table = TrapCostTable.load();
    private final EventRules rules = EventRules.load();
    private final SwitchLaw law;
    private final SwitchSize light;
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<NotPredicted> notPredicted = new ArrayList<>();

    Predictor(Published published) {
      this.published = published;
      HostClock clock = new HostClock(published.input("light-clock").value() * 1e9);
      law = SwitchLaw.of(new CostModel(table, rules, CPU, VIRTUAL), clock);
      light = SwitchSize.light(published);
    }

    void switchTime() {
      Bounds attach = law.attach(RECOMPUTE, light).seconds(law.clock());
      String how =
          "sum of the terms, page records recomputed, 20 processes; costs of Xen at 2.4 GHz taken"
              + " to 3 GHz, terms of memory unchanged; by their bounds "
              + micros(attach.low())
              + " to "
              + micros(attach.high())
              + " us";
      add("mercury-switch-free", 1e3 * attach.value(), Standing.UNVERIFIED, how);
      add("class-pv", 1e3 * attach.value(), Standing.UNVERIFIED, "the same time");
    }

    private static long micros(double seconds) {
      return (long) (1e6 * seconds + 0.5);
    }

    void modes() {
      ModeCosts costs = ModeCosts.of(table, rules, CPU, VIRTUAL, law.nativeTax(RECOMPUTE));
      String cells = "holds by construction: both modes read the cells of all other systems; ";
      add(
          "mercury-native",
          100 * worst(costs, costs::nativeRatio),
          Standing.NOT_INDEPENDENT,
          cells + "the greatest deviation of " + costs.operations().size() + " operations");
      add(
          "mercury-virtual",
          100 * worst(costs, costs::virtualRatio),
          Standing.NOT_INDEPENDENT,
          cells + "native cell + extra against the cell of Xen, the greatest deviation");
    }

    private static double worst(ModeCosts costs, ToDoubleFunction<TrapEvent> ratio) {
      double worst = 0;
      for (TrapEvent operation : costs.operations()) {
        double deviation = ratio.applyAsDouble(operation) - 1;
        worst = Math.abs(deviation) > Math.abs(worst) ? deviation : worst;
      }
      return worst;
    }

    void waits() {
      Retry rare = law.retry(0.01);
      Retry often = law.retry(0.1);
      String how = "geometric attempts; the simulation in cycles agrees within its error";
      add("law-wait-p1", 1e3 * rare.meanWaitSeconds(), Standing.UNVERIFIED, how);
      add("law-wait-p10", 1e3 * often.meanWaitSeconds(), Standing.UNVERIFIED, how);
      add("law-wait-p10-p99", 1e3 * often.waitSeconds(0.99), Standing.UNVERIFIED, how);
    }

    /** The greatest share, whatever design and basis. */
    void share(Published migrations) {
      MigrationPresets presets = new MigrationPresets(migrations);
      double stop =
          PreCopy.run(presets.apache(), presets.paper(), presets.switchOver()).downtimeSeconds();
      double most =
          lightLoad().stream()
              .map(AtLightLoad::times)
              .mapToDouble(t -> t.attachSeconds().value() + t.detachSeconds().value())
              .map(both -> both / (both + stop))
              .max()
              .orElseThrow();
      add(
          "toggle-share",
          100 * most,
          Standing.UNVERIFIED,
          "attach + detach over themselves and the predicted stop phase of the Apache migration,"
              + " the greatest over designs and bases: page records recomputed, not calibrated");
    }

    List<AtLightLoad> lightLoad() {
      List<AtLightLoad> all = new ArrayList<>();
      for (Records records : Records.values()) {
        for (Basis basis : Basis.values()) {
          SwitchTimes times = law.times(SwitchDesign.of(records), light, basis, law.retry(0));
          all.add(new AtLightLoad(records, basis, times));
        }
      }
      return all;
    }

    void reasons() {
      String layer =
          "how a layer of hardware virtualization takes the devices over is not published: its"
              + " times are constants of the table of relatives";
      notPredicted.add(new NotPredicted("odv-insert", layer));
      notPredicted.add(new NotPredicted("odv-remove", layer));
      notPredicted.add(
          new NotPredicted("odv-order", "the order is that of the two constants, 20 and 30 ms"));
      notPredicted.add(new NotPredicted("class-vt", layer));
    }

    private void add(String id, double predicted, Standing standing, String how) {
      predictions.add(new Prediction(published.figure(id), predicted, standing, how));
    }
  }
}
