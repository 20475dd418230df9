package hebe.sim.study;

import java.util.Optional;

/**
 * Where the replications of one study are kept, so that none is run twice. What is found is what
 * was kept, bit for bit; both methods may be called from any thread.
 */
public interface ReplicationStore {
  /** The result of a replication of a policy, if it is kept. */
  Optional<WorkResult> find(String policy, int replication);

  /** Keeps a result that {@link #find} did not find; it is safe when this returns. */
  void keep(String policy, WorkResult result);

  /** Keeps nothing. */
  static ReplicationStore none() {
    return new ReplicationStore() {
      @Override
      public Optional<WorkResult> find(String policy, int replication) {
        return Optional.empty();
      }

      @Override
      public void keep(String policy, WorkResult result) {
        // Every replication is run each time.
      }
    };
  }
}
