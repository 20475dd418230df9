package hebe.sim.model;

/** Writes a model: a tree of scopes, then {@link #build}. */
public final class ModelBuilder {
  private final Scope root = new Scope(this, "", 1, 0);
  private int transitions;

  /** The outermost scope. */
  public Scope root() {
    return root;
  }

  /** The model as written so far. */
  public Model build() {
    return new Layout(root.build(Visible.none())).model();
  }

  int nextNumber() {
    return transitions++;
  }
}
