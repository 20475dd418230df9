package hebe.reports.answer;

import hebe.sim.result.StudyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Which policy is best, in words, and which is best for clients.
 *
 * @param verdict the best policy by the study's criterion
 * @param differences of the others to it
 * @param prices the same by cost, where something is priced that is not the criterion
 * @param clients what the policies mean for clients, where there are any
 * @param work who gets the most work done, and where a closed form is even; over all points
 */
public record Answer(
    String verdict,
    List<String> differences,
    List<String> prices,
    List<String> clients,
    List<String> work) {
  public Answer {
    differences = List.copyOf(differences);
    prices = List.copyOf(prices);
    clients = List.copyOf(clients);
    work = List.copyOf(work);
  }

  /** The answer of a study; of a sweep with every policy where it is best by the criterion. */
  public static Answer of(StudyResult whole) {
    Ranking ranking = Ranking.of(Sweeps.atTheirBest(whole));
    List<String> prices = Prices.sentences(whole);
    List<String> clients = ClientSentences.of(whole);
    List<String> work = new ArrayList<>(Work.sentences(whole));
    work.addAll(ClosedForms.sentences(whole));
    if (ranking.objective().equals(Findings.COST_PER_YEAR) && !prices.isEmpty()) {
      List<String> others = prices.subList(1, prices.size());
      return new Answer(
          prices.get(0), others.stream().map(String::strip).toList(), List.of(), clients, work);
    }
    return new Answer(
        Sentences.verdict(ranking), Sentences.differences(ranking), prices, clients, work);
  }
}
