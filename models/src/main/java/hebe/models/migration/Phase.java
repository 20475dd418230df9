package hebe.models.migration;

/** Where the state of a guest is during a migration. */
public enum Phase {
  /** A container is set aside at the destination. */
  RESERVING,
  /** Pages are copied, the guest runs at the source. */
  ITERATING,
  /** The guest stands still, the source has all of its state until the destination commits. */
  STOPPED,
  /** The destination has all of the state and the guest is being started there. */
  ACTIVATING,
  /** Post-copy: the guest runs at the destination, and the state is split between both hosts. */
  RESUMED_REMOTE
}
