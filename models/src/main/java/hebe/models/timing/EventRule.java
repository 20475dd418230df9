package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.List;

/**
 * A part of what an event without a cell of its own is made of: so many times another event.
 *
 * @param mode how the guest runs
 * @param event what is made
 * @param part what it is made of
 * @param times how many of that, at least 0
 * @param ratios what that number is multiplied by
 * @param provenance how the number is known
 * @param source publication, or Hebe for an estimate of the project
 */
public record EventRule(
    Mode mode,
    TrapEvent event,
    TrapEvent part,
    double times,
    List<Ratio> ratios,
    Provenance provenance,
    String source) {
  public EventRule {
    ratios = List.copyOf(ratios);
  }

  /** How the rule is called in reports. */
  public String label() {
    return mode.label() + ": " + event.label() + " from " + part.label();
  }

  /**
   * A ratio of extra costs on another host: (event - less...) / per.
   *
   * @param event numerator
   * @param less what is taken off the numerator, each once
   * @param per denominator
   * @param mode how the guest runs there
   * @param microarchitecture the processor there
   */
  public record Ratio(
      TrapEvent event, List<TrapEvent> less, TrapEvent per, Mode mode, String microarchitecture) {
    public Ratio {
      less = List.copyOf(less);
    }
  }
}
