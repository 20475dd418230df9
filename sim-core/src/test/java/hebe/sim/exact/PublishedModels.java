package hebe.sim.exact;

import java.util.ArrayList;
import java.util.List;

/** All models and formulas with rows in analytic-models.csv. */
final class PublishedModels {
  private PublishedModels() {}

  static List<PublishedModel> all() {
    List<PublishedModel> all = new ArrayList<>(List.of(FourStates.A, FourStates.B, FourStates.G));
    for (int n : new int[] {2, 4, 8, 16}) {
      all.add(row -> WorkstationCluster.tell(n, row));
    }
    for (int most : new int[] {2, 4, 8}) {
      all.add(row -> EmbeddedControl.tell(most, row));
    }
    all.add(row -> TandemQueues.tellBlocking(5, row));
    all.add(row -> TandemQueues.tellBlocking(15, row));
    all.add(TandemQueues::tellLossy);
    all.add(new RewardChain());
    all.add(Elementary::tellTwoStates);
    all.add(row -> Elementary.tellRedundant(2, 1, row));
    all.add(row -> Elementary.tellRedundant(3, 2, row));
    all.add(row -> Elementary.tellRedundant(5, 3, row));
    all.add(row -> Elementary.tellRedundant(8, 6, row));
    all.add(Elementary::tellCoverage);
    all.add(Elementary::tellQueues);
    return all;
  }
}
