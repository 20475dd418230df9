package hebe.models.aging;

import hebe.sim.model.Ageing;
import java.util.Optional;

/** How much of a layer's age a rejuvenation, or the repair after a crash, takes away. */
public sealed interface Clearing {
  /** All of it: the layer is as good as new. */
  static Clearing all() {
    return new Share(1, Ageing.Of.WHOLE_AGE);
  }

  /** None of it: the layer is as bad as old, its repair is minimal. */
  static Clearing nothing() {
    return new Share(0, Ageing.Of.WHOLE_AGE);
  }

  /**
   * A share s of it. A crash law goes on at (1 - s) times the virtual age, see {@link Ageing}. Of n
   * stages passed the layer keeps floor((1 - s) n), and begins the one that it is then in anew. Of
   * n grains leaked it keeps floor((1 - s) n), with s to the nearest millionth.
   *
   * @param share s, from 0 to 1
   * @param of what the share is of
   */
  record Share(double share, Ageing.Of of) implements Clearing {
    public Share {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a share of an age is from 0 to 1; got " + share);
      }
    }

    /** What is kept. */
    public double kept() {
      return 1 - share;
    }
  }

  /**
   * So many stages: the layer goes back, at most to the first one, and begins that anew. One stage
   * is the minimal maintenance of Chen and Trivedi (2002), "Closed-form analytical results for
   * condition-based maintenance", Reliability Engineering and System Safety 76(1).
   *
   * @param back at least 1
   */
  record StagesBack(int back) implements Clearing {
    public StagesBack {
      if (back < 1) {
        throw new IllegalArgumentException("a layer goes back at least one stage; got " + back);
      }
    }
  }

  /** Whether the layer is as good as new afterwards. */
  default boolean full() {
    return equals(all());
  }

  /** Which way of aging this needs; empty if it fits. */
  default Optional<String> misfit(Aging aging) {
    if (this instanceof StagesBack && !(aging instanceof Aging.Stages)) {
      return Optional.of("aging in stages");
    }
    boolean last = this instanceof Share share && share.of() == Ageing.Of.LAST_RUN;
    return last && !(aging instanceof Aging.None)
        ? Optional.of("a crash law without stages or a resource")
        : Optional.empty();
  }
}
