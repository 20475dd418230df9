package hebe.models.policy;

import hebe.models.aging.Aging;
import java.util.Optional;

/** A sign of age that one can look for. */
public sealed interface Degradation {
  /** What it lacks in a layer that ages so; empty if the sign may come. */
  Optional<RejuvenationPolicy.Need> unmet(Aging aging);

  /**
   * The layer is in this stage or a later one.
   *
   * @param number of the stage, from 1; a fresh layer is in stage 0
   */
  record Stage(int number) implements Degradation {
    public Stage {
      if (number < 1) {
        throw new IllegalArgumentException("a degraded stage is 1 or later; got " + number);
      }
    }

    @Override
    public Optional<RejuvenationPolicy.Need> unmet(Aging aging) {
      return number <= aging.lastStage()
          ? Optional.empty()
          : Optional.of(RejuvenationPolicy.Need.MORE_STAGES);
    }
  }

  /**
   * Little of its resource is free.
   *
   * @param share less than this share of the capacity; above 0 and at most 1
   */
  record FreeBelow(double share) implements Degradation {
    public FreeBelow {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("a free share is above 0 and at most 1; got " + share);
      }
    }

    @Override
    public Optional<RejuvenationPolicy.Need> unmet(Aging aging) {
      return aging.resource().isPresent()
          ? Optional.empty()
          : Optional.of(RejuvenationPolicy.Need.RESOURCE);
    }
  }
}
