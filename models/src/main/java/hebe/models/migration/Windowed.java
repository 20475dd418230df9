package hebe.models.migration;

/** A guest known by the memory that it writes in a window of time. */
public sealed interface Windowed extends DirtyModel permits Uniform, WorkingSet {
  /** Distinct bytes written in a window of at least 0 s; at most the memory. */
  double dirtyBytes(double windowSeconds);

  /** Share of the bytes dirtied in the first pass that this pass skips; 0 to 1. */
  double firstSkipShare();

  /** Share of the pending bytes that a later pass skips; 0 to 1. */
  double laterSkipShare();

  @Override
  default Passes begin() {
    return new WindowedPasses(this);
  }
}
