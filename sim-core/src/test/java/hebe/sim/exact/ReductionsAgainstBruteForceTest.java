package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reduced solution of random models against the chain of all their states. */
class ReductionsAgainstBruteForceTest {
  private static final int MODELS = 200;
  private static final int LIMIT = 1500;

  private int lumped;
  private int refused;
  private int split;
  private int earned;

  @Test
  void randomFleets_everyReward_isThatOfAllStates() throws UnsolvableException {
    int solved = 0;
    for (long seed = 1; solved < MODELS; seed++) {
      assertThat(seed).as("models tried").isLessThan(5 * MODELS);
      Model model = RandomFleets.of(seed);
      Optional<Solution> whole = unreduced(model);
      if (whole.isPresent()) {
        compare("seed " + seed, model, Solution.of(model, LIMIT), whole.get());
        solved++;
      }
    }
    // The test is worth little unless the models are of all kinds.
    assertThat(List.of(lumped, refused, split, earned)).allMatch(count -> count > MODELS / 20);
  }

  private static Optional<Solution> unreduced(Model model) {
    try {
      return Optional.of(Solution.unreduced(model, LIMIT));
    } catch (UnsolvableException expected) {
      assertThat(expected.getMessage()).containsAnyOf(LIMIT + " states", "take no time");
      return Optional.empty();
    }
  }

  private void compare(String name, Model model, Solution reduced, Solution whole)
      throws UnsolvableException {
    assertThat(reduced.states()).as(name).isLessThanOrEqualTo(Math.max(whole.states(), 40));
    Steady[] steady = {reduced.steady(), whole.steady()};
    Transient[] until = {reduced.until(3), whole.until(3)};
    for (int r = 0; r < model.rewardCount(); r++) {
      String which = name + ", " + model.rewardName(r);
      close(which + " steady", steady[0].rate(r), steady[1].rate(r));
      close(which + " at", until[0].rate(r), until[1].rate(r));
      close(which + " until", until[0].accumulated(r), until[1].accumulated(r));
      if (model.reward(r) instanceof hebe.sim.model.Reward.Rate) {
        Passage one = reduced.passage(r);
        Passage other = whole.passage(r);
        close(which + " reached", one.probability(), other.probability());
        close(which + " by 3", one.probabilityBy(3), other.probabilityBy(3));
      }
    }
    count(model);
  }

  private void count(Model model) throws UnsolvableException {
    List<Islands.Kind> kinds = Islands.of(model, Observer.none()).kinds();
    split += kinds.get(0).model() == model ? 0 : 1;
    List<Symmetry> symmetries = new ArrayList<>();
    for (Islands.Kind kind : kinds) {
      symmetries.add(
          StateSpace.explore(kind.model(), kind.observer(), LIMIT, kind.symmetry()).symmetry());
    }
    lumped += symmetries.stream().anyMatch(s -> !s.lumped().isEmpty()) ? 1 : 0;
    refused += symmetries.stream().anyMatch(s -> !s.refused().isEmpty()) ? 1 : 0;
    earned +=
        symmetries.stream()
                .flatMap(s -> s.lumped().stream())
                .anyMatch(c -> !c.copies().get(0).rewards().isEmpty())
            ? 1
            : 0;
  }

  private static void close(String what, double reduced, double whole) {
    assertThat(reduced).as(what).isCloseTo(whole, within(1e-10 * Math.max(1, Math.abs(whole))));
  }
}
