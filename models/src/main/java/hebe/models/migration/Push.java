package hebe.models.migration;

/** The order in which the source of a post-copy pushes pages that nobody asked for. */
public enum Push {
  /** By address. */
  SEQUENTIAL,
  /** Pre-paging: outwards from the last page that the guest asked for, to both sides in turn. */
  AROUND_LAST_FAULT
}
