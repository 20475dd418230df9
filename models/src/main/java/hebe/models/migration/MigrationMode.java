package hebe.models.migration;

/** How a guest is moved. */
public enum MigrationMode {
  /** Stopped, moved, started. */
  STOP_AND_COPY,
  /** Pages first, again and again while they are written; then the guest. */
  PRE_COPY,
  /** The guest first, then its pages. */
  POST_COPY,
  /** Some rounds of pre-copy, then post-copy. */
  HYBRID
}
