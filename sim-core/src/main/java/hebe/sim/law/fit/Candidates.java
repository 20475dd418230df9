package hebe.sim.law.fit;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.ErlangMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mixtures of Erlang laws of at most so many phases, of the mean 1 and, where their branches can,
 * the variance of a law: up to 8 chains of stages, of equal lengths or one long and the others of
 * one stage.
 */
final class Candidates {
  private static final double[] FIRST_ENDS = {0.9, 0.99, 0.9999};
  private static final int MOST_CHAINS = 8;

  private final double cv2;
  private final Nodes nodes;
  private final int order;
  private final List<ErlangMixture> found = new ArrayList<>();

  private Candidates(DelayLaw law, int order) {
    cv2 = law.varianceSeconds2();
    nodes = Nodes.of(law);
    this.order = order;
  }

  /**
   * Some mixtures; the first has the variance.
   *
   * @param law of mean 1, its variance above 1 / order
   * @param order at least 2
   */
  static List<ErlangMixture> of(DelayLaw law, int order) {
    Candidates candidates = new Candidates(law, order);
    candidates.found.add(Moments.two(candidates.cv2));
    for (double end : FIRST_ENDS) {
      candidates.add(new int[] {order}, new double[] {candidates.nodes.quantile(end)});
    }
    for (int chains = 2; chains <= Math.min(order, MOST_CHAINS); chains *= 2) {
      candidates.addChains(chains);
    }
    return candidates.found;
  }

  private void addChains(int chains) {
    int[] equal = new int[chains];
    int[] oneLong = new int[chains];
    double[] ends = new double[chains];
    for (int c = 0; c < chains; c++) {
      equal[c] = order / chains + (c < order % chains ? 1 : 0);
      oneLong[c] = c == 0 ? order - chains + 1 : 1;
      ends[c] = nodes.quantile(Nodes.bent((c + 1.0) / (chains + 0.2)));
    }
    add(equal, ends);
    if (!Arrays.equals(equal, oneLong)) {
      add(oneLong, ends);
    }
  }

  private void add(int[] lengths, double[] ends) {
    double[] rates = new double[lengths.length];
    for (int c = 0; c < rates.length; c++) {
      rates[c] = lengths[c] / ends[c];
    }
    ErlangChains chains = new ErlangChains(lengths, rates);
    chains.fit(nodes);
    ErlangMixture near = new ErlangMixture(chains.branches());
    ErlangMixture ofMean = near.scaled(1 / near.meanSeconds());
    found.add(Tilt.of(ofMean.branches(), 1 + cv2).map(ErlangMixture::new).orElse(ofMean));
  }
}
