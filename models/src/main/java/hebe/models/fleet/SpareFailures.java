package hebe.models.fleet;

import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.Guard;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes how the spare host that a host has taken fails: by a law of its own, or by those of
 * hardware and VMM, as new whenever it is taken. One that nobody uses does not fail.
 *
 * @param host the host that has taken it
 * @param taken it is taken
 * @param crash begins a transition to its failure
 */
record SpareFailures(
    Evacuation.Around host, Guard taken, Function<String, TransitionBuilder> crash) {
  private static final Cause CAUSE =
      new Cause(
          "spare-crash",
          false,
          List.of("page cache", "connections", "guest uptime", "unsaved data"));

  /** Whether spare hosts can fail. */
  static boolean possible(Spares spares, Failures failures) {
    return spares.crash().isPresent()
        || failures.hardware().crash().isPresent()
        || failures.vmm().fails();
  }

  /**
   * Writes them.
   *
   * @param begin takes the spare host
   */
  void write(TransitionBuilder begin) {
    Optional<DelayLaw> own = host.spares().crash();
    own.ifPresent(law -> failing("crash").after(law));
    if (own.isPresent()) {
      return;
    }
    host.failures().hardware().crash().ifPresent(law -> failing("hardware-crash").after(law));
    LayerFailures vmm = host.failures().vmm();
    if (vmm.fails()) {
      LayerAge age = new LayerAge(host.scope(), "spare-vmm-", vmm);
      age.write(taken, clock -> {});
      for (LayerAge.Crash next : age.crashes()) {
        failing("vmm-" + next.name()).when(next.when()).after(next.law());
      }
      age.exhausted().ifPresent(empty -> failing("vmm-exhausted").when(empty).immediately(1, 2));
      begin.also(age.renewed());
    }
  }

  private TransitionBuilder failing(String name) {
    TransitionBuilder failing = crash.apply(name);
    host.causes().ofGuest(failing, CAUSE);
    return failing;
  }
}
