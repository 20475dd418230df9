package hebe.models.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a host does whose cost is a sum of items, not of the events of a workload. */
public enum HostOperation {
  /** A VMM takes over a running system. */
  ATTACH_VMM("a VMM takes over a running system"),
  /** A VMM gives a running system back. */
  DETACH_VMM("a VMM gives a running system back"),
  /** A virtual machine is frozen in memory. */
  SUSPEND_ON_MEMORY("a virtual machine is frozen in memory"),
  /** A virtual machine frozen in memory runs again. */
  RESUME_ON_MEMORY("a virtual machine frozen in memory runs again"),
  /** A domain is made. */
  CREATE_DOMAIN("a domain is made"),
  /** A domain is removed and its memory scrubbed. */
  DESTROY_DOMAIN("a domain is removed and its memory scrubbed"),
  /** A round of dirty logging. */
  DIRTY_ROUND("a round of dirty logging"),
  /** A packet goes into the log of another virtual machine. */
  LOG_PACKET("a packet goes into the log of another virtual machine"),
  /** A packet passes a wrap that changes its numbers. */
  PASS_PACKET("a packet passes a wrap that changes its numbers"),
  /** The changes since the last checkpoint are copied. */
  CHECKPOINT("the changes since the last checkpoint are copied");

  private final String doc;

  HostOperation(String doc) {
    this.doc = doc;
  }

  /** Its name in data files and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in a few words. */
  public String doc() {
    return doc;
  }

  static Optional<HostOperation> find(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(HostOperation::label).toList();
  }
}
