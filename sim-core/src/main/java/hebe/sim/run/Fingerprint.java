package hebe.sim.run;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit FNV-1a hash over (time, transition, changes) of every firing: equal runs have equal
 * fingerprints.
 */
public final class Fingerprint implements Trace {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Model model;
  private long hash = OFFSET_BASIS;

  /** A fingerprint of a replication of this model. */
  public Fingerprint(Model model) {
    this.model = model;
  }

  @Override
  public void started(int[] values) {
    for (int value : values) {
      mix(value);
    }
  }

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {
    mix(Double.doubleToLongBits(timeSeconds));
    mix(model.transitionName(transition));
    for (int c = 0; c < changes.size(); c++) {
      mix(model.variableName(changes.variable(c)));
      mix(changes.after(c));
    }
  }

  @Override
  public void ended(double horizonSeconds) {
    mix(Double.doubleToLongBits(horizonSeconds));
  }

  /** The hash of what happened so far. */
  public long value() {
    return hash;
  }

  private void mix(long word) {
    for (int shift = 0; shift < 64; shift += 8) {
      mixByte((int) (word >>> shift));
    }
  }

  private void mix(String name) {
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      mixByte(letter);
    }
  }

  private void mixByte(int octet) {
    hash = (hash ^ (octet & 0xff)) * PRIME;
  }
}
