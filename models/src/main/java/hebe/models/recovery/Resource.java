package hebe.models.recovery;

/**
 * Something that tasks of a recovery operation share. A task alone on a resource works at speed 1.
 */
public enum Resource {
  /**
   * The one disk: its users get equal shares, and parallel sequential streams lose some of its rate
   * to seeks.
   */
  DISK,
  /**
   * The cores of the host: a task uses at most one, and gets an equal share if there are more tasks
   * than cores.
   */
  CORES,
  /** The toolstack of the control domain: one task after another, in the order of arrival. */
  TOOLSTACK
}
