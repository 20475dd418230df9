package hebe.models.timing.run;

import java.util.OptionalDouble;

/**
 * Guests of one kind, each with one virtual processor.
 *
 * @param name how results call them
 * @param count how many, at least 1
 * @param load how traps break their work
 * @param activity what keeps them busy
 * @param place where they may run
 * @param weight share of the processors relative to others, above 0; 256 is usual
 * @param capCores most that each may use, in cores, above 0; no limit if absent
 */
public record GuestGroup(
    String name,
    int count,
    TrapLoad load,
    Activity activity,
    Placement place,
    double weight,
    OptionalDouble capCores) {
  private static final double USUAL_WEIGHT = 256;

  public GuestGroup {
    Range.atLeastOne("guests " + name, count);
    Range.aboveZero("weight", weight);
    if (capCores.isPresent()) {
      Range.aboveZero("cap in cores", capCores.getAsDouble());
    }
  }

  /** Guests of the usual weight without a cap, on any core. */
  public static GuestGroup of(String name, int count, TrapLoad load, Activity activity) {
    return new GuestGroup(
        name,
        count,
        load,
        activity,
        new Placement.Anywhere(),
        USUAL_WEIGHT,
        OptionalDouble.empty());
  }

  /** The same on these cores. */
  public GuestGroup on(Placement chosen) {
    return new GuestGroup(name, count, load, activity, chosen, weight, capCores);
  }

  /** The same with another weight. */
  public GuestGroup weighing(double chosen) {
    return new GuestGroup(name, count, load, activity, place, chosen, capCores);
  }

  /** The same with a cap. */
  public GuestGroup cappedAt(double cores) {
    return new GuestGroup(name, count, load, activity, place, weight, OptionalDouble.of(cores));
  }
}
