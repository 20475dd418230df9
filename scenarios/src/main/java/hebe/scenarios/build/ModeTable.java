package hebe.scenarios.build;

import hebe.models.fleet.HostGroup;
import hebe.models.modes.ModeSwitch;
import hebe.models.modes.Move;
import hebe.models.modes.Occasion;
import hebe.models.modes.SelfVirtualization;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the system of a host puts the VMM under itself: every number and where it is from. */
final class ModeTable {
  private static final String GIVEN = "given";
  private static final String PRE_COPY = "derived: pre-copy of the memory";
  private static final String STREAM = "derived: memory / rate";

  private final List<List<String>> rows = new ArrayList<>();

  private ModeTable() {}

  /** The table of a host whose system can do so; empty for others. */
  static Optional<DataTable> of(HostGroup host) {
    return host.selfVirtualization()
        .map(
            system ->
                new DataTable(
                    host.name() + ": native and virtual mode",
                    List.of("what", "value", "origin"),
                    new ModeTable().rows(system)));
  }

  private List<List<String>> rows(SelfVirtualization system) {
    ModeSwitch switching = system.switching();
    law("attach", switching.attach(), system.origins().attach());
    law("detach", switching.detach(), system.origins().detach());
    share("attempt repeated", switching.busy());
    share("attach fails", switching.failure());
    share("failed attach crashes", switching.crash());
    row("work done in native mode", percent(system.nativeShare()), system.origins().nativeShare());
    row("work done on the VMM", percent(system.virtualShare()), system.origins().virtualShare());
    system.occasions().forEach(this::occasion);
    return rows;
  }

  private void occasion(Occasion occasion) {
    if (occasion instanceof Occasion.Maintenance work) {
      law("maintenance every", work.every(), GIVEN);
      law("maintenance lasts", work.lasts(), GIVEN);
      move("maintenance", work.move());
    } else if (occasion instanceof Occasion.Update update) {
      law("update every", update.every(), GIVEN);
      law("update lasts", update.lasts(), GIVEN);
      law("update stops for", update.stop(), GIVEN);
    } else if (occasion instanceof Occasion.Checkpoints checkpoints) {
      law("checkpoint every", checkpoints.every(), GIVEN);
      law("checkpoint takes", checkpoints.save(), STREAM);
      law("restore takes", checkpoints.restore(), STREAM);
      law("job without a VMM", checkpoints.job(), GIVEN);
    } else if (occasion instanceof Occasion.Suspicion suspicion) {
      row("failure announced", percent(suspicion.detection()), GIVEN);
      law("announced before", suspicion.lead(), GIVEN);
      suspicion.falseAlarm().ifPresent(law -> law("false alarm every", law, GIVEN));
      act(suspicion.act());
    } else if (occasion instanceof Occasion.Hosting hosting) {
      row("further guests", Integer.toString(hosting.guests()), GIVEN);
      if (hosting.demand() instanceof Occasion.Demand.Now now) {
        law("further guest absent", now.absent(), GIVEN);
        law("further guest stays", now.stay(), GIVEN);
      }
    }
  }

  private void act(Occasion.Act act) {
    if (act instanceof Occasion.Act.Evacuate evacuate) {
      law("work on the machine lasts", evacuate.lasts(), GIVEN);
      move("evacuation", evacuate.move());
    } else {
      law("saving takes", ((Occasion.Act.Save) act).save(), STREAM);
    }
  }

  private void move(String name, Move move) {
    law(name + " copies memory for", move.live(), PRE_COPY);
    law(name + " stops for", move.stop(), PRE_COPY);
  }

  private void law(String what, DelayLaw law, String origin) {
    row(what, law.describe(), origin);
  }

  private void share(String what, double share) {
    row(what, percent(share), share > 0 ? GIVEN : "default");
  }

  private void row(String what, String value, String origin) {
    rows.add(List.of(what, value, origin));
  }

  private static String percent(double share) {
    return Numbers.significant(100 * share, 5) + " %";
  }
}
