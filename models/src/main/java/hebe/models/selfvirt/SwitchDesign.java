package hebe.models.selfvirt;

import java.util.Arrays;
import java.util.List;

/**
 * How a system that can put a VMM under itself is built.
 *
 * @param records how the VMM learns types and counts of the frames
 * @param preCached whether the VMM was loaded and initialised at boot and keeps its memory
 * @param everyFrame whether a switch passes the record of every frame of the machine
 */
public record SwitchDesign(Records records, boolean preCached, boolean everyFrame) {
  /** How types and counts of the frames are had. */
  public enum Records {
    /** Page tables are checked and counted at the switch; between switches nobody keeps records. */
    RECOMPUTED,
    /** Records are always kept, so a switch finds them; native mode pays for it. */
    TRACKED;

    /** Its name in options. */
    public String label() {
      return this == RECOMPUTED ? "recompute" : "track";
    }

    /** Both. */
    public static List<Records> all() {
      return Arrays.asList(values());
    }
  }

  /** The usual design: a VMM that is kept ready and touches only what page tables need. */
  public static SwitchDesign of(Records records) {
    return new SwitchDesign(records, true, false);
  }
}
