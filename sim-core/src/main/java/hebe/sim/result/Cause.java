package hebe.sim.result;

import java.io.Serializable;
import java.util.List;

/**
 * Why an outage began.
 *
 * @param name the cause, for example {@code vmm-crash} or {@code warm-reboot}
 * @param planned whether somebody decided it
 * @param lost what the subject loses by it, for example {@code page cache}; empty if nothing
 */
public record Cause(String name, boolean planned, List<String> lost) implements Serializable {
  public Cause {
    lost = List.copyOf(lost);
  }
}
