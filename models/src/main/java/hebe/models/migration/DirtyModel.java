package hebe.models.migration;

/** How a running guest writes to its memory. */
public sealed interface DirtyModel permits Windowed, Pages, MeanPages {
  /** Memory of the guest, in bytes; above 0. */
  double memoryBytes();

  /** The passes of one migration over this memory, from the first. */
  Passes begin();
}
