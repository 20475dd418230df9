package hebe.models.aging;

import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Optional;

/** How a layer ages between two fresh starts. */
public sealed interface Aging permits Aging.None, Aging.Stages, Resource {
  /** Number of the last stage; a fresh layer is in stage 0, and without stages it stays there. */
  default int lastStage() {
    return 0;
  }

  /** The resource that it uses up, if it is one that ages so. */
  default Optional<Resource> resource() {
    return Optional.empty();
  }

  /** It does not. */
  record None() implements Aging {}

  /**
   * It passes through stages, one after the other; the last one is called failure-probable.
   *
   * @param stages those before the last, in order; from 1 to 60
   * @param speeds share of its work that the layer does in each stage and in the last, from 0 to 1
   *     and never rising; none if it is never slow
   */
  record Stages(List<Stage> stages, List<Double> speeds) implements Aging {
    /** Most stages before the last. */
    public static final int MOST = 60;

    public Stages {
      stages = List.copyOf(stages);
      if (stages.isEmpty() || stages.size() > MOST) {
        throw new IllegalArgumentException(
            "aging passes through 1 to " + MOST + " stages; got " + stages.size());
      }
      speeds = List.copyOf(speeds);
      if (!speeds.isEmpty() && speeds.size() != stages.size() + 1) {
        throw new IllegalArgumentException(
            "a speed for each stage and for failure-probable; got " + speeds.size());
      }
      double above = 1;
      for (double speed : speeds) {
        if (!(speed >= 0 && speed <= above)) {
          throw new IllegalArgumentException("speeds are at most 1 and never rise");
        }
        above = speed;
      }
    }

    /** Stages in which it is never slow. */
    public Stages(List<Stage> stages) {
      this(stages, List.of());
    }

    /** One stage of this law, in which nothing crashes, before the last. */
    public static Stages of(DelayLaw lasts) {
      return new Stages(List.of(new Stage(lasts, Optional.empty())));
    }

    @Override
    public int lastStage() {
      return stages.size();
    }
  }

  /**
   * One stage.
   *
   * @param lasts from its begin to the next stage
   * @param crash from its begin to a crash in it; empty if nothing crashes in it
   */
  record Stage(DelayLaw lasts, Optional<DelayLaw> crash) {}
}
