package hebe.models.client;

import hebe.sim.law.DelayLaw;
import java.util.function.DoubleSupplier;

/** How FT-TCP gets a failed server back, as far as the length of the outage of a client goes. */
public sealed interface Recovery {
  /**
   * Seconds from the failure until the connections go on, without the rebuild of their TCP state.
   *
   * @param guestSeconds for which the guest or its service was down
   * @param uniforms asked once for each part that is left to chance
   */
  double outageSeconds(double guestSeconds, DoubleSupplier uniforms);

  /** The guest restarts, then repeats what is logged. */
  record ColdRestart(DelayLaw replay) implements Recovery {
    @Override
    public double outageSeconds(double guestSeconds, DoubleSupplier uniforms) {
      return guestSeconds + draw(replay, uniforms);
    }
  }

  /**
   * A backup on the same host takes over; the guest comes back as its backup.
   *
   * @param takeOver detection, fence and takeover of the address
   * @param lagSeconds how far the backup is behind, at least 0
   */
  record HotBackup(DelayLaw takeOver, double lagSeconds) implements Recovery {
    public HotBackup {
      if (!(lagSeconds >= 0)) {
        throw new IllegalArgumentException("hot backup: expected a lag of at least 0 s");
      }
    }

    @Override
    public double outageSeconds(double guestSeconds, DoubleSupplier uniforms) {
      return draw(takeOver, uniforms) + lagSeconds;
    }
  }

  /**
   * The last checkpoint of the guest is restored, and what was logged since is repeated: its age is
   * uniform over the period, a second of it takes 1 / speed to repeat.
   *
   * @param restore detection, fence and restore
   * @param periodSeconds from one checkpoint to the next, above 0
   * @param speed of the replay, above 0
   */
  record FromCheckpoint(DelayLaw restore, double periodSeconds, double speed) implements Recovery {
    public FromCheckpoint {
      if (!(periodSeconds > 0 && speed > 0)) {
        throw new IllegalArgumentException("checkpoint: expected a period and a speed above 0");
      }
    }

    @Override
    public double outageSeconds(double guestSeconds, DoubleSupplier uniforms) {
      return draw(restore, uniforms) + uniforms.getAsDouble() * periodSeconds / speed;
    }
  }

  /** A delay; a law that is not random needs no uniform. */
  static double draw(DelayLaw law, DoubleSupplier uniforms) {
    return law.random() ? law.delaySeconds(uniforms.getAsDouble()) : law.meanSeconds();
  }
}
