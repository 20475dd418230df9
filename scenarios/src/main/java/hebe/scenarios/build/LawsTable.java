package hebe.scenarios.build;

import hebe.models.aging.Clearing;
import hebe.models.failure.LayerFailures;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.reports.table.DataTable;
import hebe.scenarios.read.Located;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;

/** The laws by which things fail, and when they are rejuvenated. */
final class LawsTable {
  private LawsTable() {}

  static DataTable of(Scenario scenario) {
    List<List<String>> rows = new ArrayList<>();
    layer(rows, "hardware", scenario.failures().hardware(), "");
    layer(rows, "vmm", scenario.failures().vmm(), "reset and boot of the host, above");
    scenario.failures().microReboot().ifPresent(by -> rows.addAll(InPlaceRows.of(by)));
    layer(
        rows,
        "guest",
        scenario.failures().guest(),
        "boot of the guest and start of its service, above");
    layer(rows, "service", scenario.failures().service(), "start of the service, above");
    for (Located<HostGroup> host : scenario.hosts()) {
      host.value()
          .load()
          .ifPresent(
              load ->
                  rows.add(
                      List.of("load of " + host.value().name(), PolicyWords.load(load), "given")));
    }
    for (Policy policy : scenario.policyList()) {
      String vmm = "policy " + policy.name() + ": VMM";
      rows.add(
          policy.vmmWhen() instanceof RejuvenationPolicy.Never
              ? List.of(vmm, "never", "default")
              : List.of(
                  vmm,
                  PolicyWords.when(policy.vmmWhen())
                      + " by "
                      + by(policy.vmmBy())
                      + clears(policy.vmmClears()),
                  "given"));
      if (scenario.hosts().stream().anyMatch(h -> h.value().selfVirtualization().isPresent())) {
        rows.add(
            List.of(
                "policy " + policy.name() + ": mode",
                ModeTypes.words(policy.mode()),
                scenario.modesGiven().contains(policy.name()) ? "given" : "default"));
      }
      boolean never = policy.guestWhen() instanceof RejuvenationPolicy.Never;
      rows.add(
          List.of(
              "policy " + policy.name() + ": guests",
              PolicyWords.when(policy.guestWhen())
                  + (policy.guestBy() == GuestMechanism.SERVICE_RESTART
                      ? " by " + policy.guestBy().label()
                      : "")
                  + policy.guestDuration().map(law -> ", each taking: " + law.describe()).orElse("")
                  + clears(policy.guestClears()),
              never ? "default" : "given"));
    }
    return new DataTable("Laws and policies", List.of("what", "law", "origin"), rows);
  }

  private static void layer(
      List<List<String>> rows, String name, LayerFailures layer, String computed) {
    if (!layer.fails()) {
      rows.add(List.of(name, "never fails", "default"));
      return;
    }
    rows.addAll(AgingRows.of(name, layer.aging()));
    layer.crash().ifPresent(law -> rows.add(List.of(name + ".crash", law.describe(), "given")));
    rows.add(
        List.of(
            name + ".detection",
            layer.detection().describe(),
            layer.detection().meanSeconds() > 0 ? "given" : "default"));
    rows.add(
        layer.repair().isPresent()
            ? List.of(
                name + ".repair", layer.repair().map(DelayLaw::describe).orElseThrow(), "given")
            : List.of(name + ".repair", computed, "derived"));
    if (!layer.restores().full()) {
      rows.add(List.of(name + ".repair-restores", ClearingTypes.words(layer.restores()), "given"));
    }
  }

  private static String clears(Clearing clearing) {
    return clearing.full() ? "" : ", which clears " + ClearingTypes.words(clearing);
  }

  private static String by(Mechanism mechanism) {
    if (mechanism instanceof Migrate migrate) {
      return MigrationWords.of(migrate);
    }
    if (mechanism instanceof InPlaceUpdate update) {
      return InPlaceRows.by(update);
    }
    return mechanism instanceof Mechanism.Restart restart
        ? mechanism.label() + ": " + restart.duration().describe()
        : mechanism.label();
  }
}
