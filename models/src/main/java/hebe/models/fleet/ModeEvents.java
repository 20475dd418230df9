package hebe.models.fleet;

import hebe.sim.result.Cause;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What happens to self-virtualizing hosts and their work; transitions by the numbers of their
 * shapes.
 *
 * @param saving those that save all work done so far; none where no work is ever saved, and none
 *     lost
 * @param losing those that lose the work since
 * @param causes of outages of their systems, none of which rejuvenates a VMM
 */
record ModeEvents(Set<Integer> saving, Set<Integer> losing, Set<Cause> causes) {
  ModeEvents {
    saving = Collections.unmodifiableSet(new LinkedHashSet<>(saving));
    causes = Collections.unmodifiableSet(new LinkedHashSet<>(causes));
    losing = Collections.unmodifiableSet(new LinkedHashSet<>(losing));
  }

  /** Whether work is saved, so that it can be lost. */
  boolean known() {
    return !saving.isEmpty();
  }
}
