package hebe.models.fleet;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What happens to the work of self-virtualizing hosts, by the numbers of transitions' shapes.
 *
 * @param saving those that save all work done so far; none where no work is ever saved, and none
 *     lost
 * @param losing those that lose the work since
 */
record WorkEvents(Set<Integer> saving, Set<Integer> losing) {
  WorkEvents {
    saving = Collections.unmodifiableSet(new LinkedHashSet<>(saving));
    losing = Collections.unmodifiableSet(new LinkedHashSet<>(losing));
  }

  /** Whether work is saved, so that it can be lost. */
  boolean known() {
    return !saving.isEmpty();
  }
}
