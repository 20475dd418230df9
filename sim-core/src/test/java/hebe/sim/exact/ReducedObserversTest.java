package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Observers, fixed clocks and sensitivities of random models, reduced, against all states. */
class ReducedObserversTest {
  private static final int LIMIT = 1500;
  private static final int MODELS = 80;

  @Test
  void observers_everyReward_isThatOfAllStates() throws UnsolvableException {
    int solved = 0;
    int split = 0;
    int lumped = 0;
    int begun = 0;
    for (long seed = 1; solved < MODELS; seed++) {
      assertThat(seed).as("models tried").isLessThan(10 * MODELS);
      Model model = RandomFleets.of(seed);
      Observer observer = new WhyDown(model);
      Optional<Solution> whole = unreduced(model, observer);
      if (whole.isPresent()) {
        Solution reduced = Solution.of(model, observer, LIMIT);
        compare("seed " + seed, model, reduced, whole.get());
        solved++;
        split += Islands.of(model, observer).count() > 1 ? 1 : 0;
        lumped += lumps(model, observer) ? 1 : 0;
        begun += whole.get().accumulated(model.rewardCount() + 2, 0) > 0 ? 1 : 0;
      }
    }
    // The test is worth little unless the models are of all kinds.
    assertThat(List.of(split, lumped, begun)).allMatch(count -> count > MODELS / 10);
  }

  private static void compare(String name, Model model, Solution reduced, Solution whole)
      throws UnsolvableException {
    assertThat(reduced.states()).as(name).isLessThanOrEqualTo(Math.max(whole.states(), 40));
    Steady[] steady = {reduced.steady(), whole.steady()};
    Transient[] until = {reduced.until(3), whole.until(3)};
    for (int r = 0; r < model.rewardCount() + WhyDown.REWARDS; r++) {
      String which = name + ", reward " + r;
      close(which + " steady", steady[0].rate(r), steady[1].rate(r), 1e-10);
      close(which + " at", until[0].rate(r), until[1].rate(r), 1e-10);
      close(which + " until", until[0].accumulated(r), until[1].accumulated(r), 1e-10);
    }
  }

  private static boolean lumps(Model model, Observer observer) throws UnsolvableException {
    for (Islands.Kind kind : Islands.of(model, observer).kinds()) {
      Symmetry symmetry =
          StateSpace.explore(kind.model(), kind.observer(), LIMIT, kind.symmetry()).symmetry();
      if (!symmetry.lumped().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void fixedClocks_besideAndAmongCopies_haveTheLongRunOfAllStates() throws UnsolvableException {
    int[] solved = new int[2];
    for (long seed = 1; seed <= 120; seed++) {
      int tied = (int) (seed % 2);
      Model model = RandomFleets.withTimer(seed, tied == 1);
      Observer observer = new WhyDown(model);
      Optional<Solution> whole = unreduced(model, observer);
      if (whole.isPresent() && whole.get().states() < 300) {
        Steady reduced = Solution.of(model, observer, LIMIT).steady();
        Steady steady = whole.get().steady();
        for (int r = 0; r < model.rewardCount() + WhyDown.REWARDS; r++) {
          close("seed " + seed + ", reward " + r, reduced.rate(r), steady.rate(r), 1e-9);
        }
        solved[tied]++;
      }
    }
    assertThat(List.of(solved[0], solved[1])).allMatch(count -> count > 20);
  }

  @Test
  void sensitivities_areThoseOfAllStates() throws UnsolvableException {
    int steady = 0;
    for (long seed = 1; seed <= 120; seed++) {
      Model model = RandomFleets.of(seed);
      Observer observer = new WhyDown(model);
      Optional<Solution> whole = unreduced(model, observer);
      if (whole.isPresent() && whole.get().states() < 400) {
        Solution reduced = Solution.of(model, observer, LIMIT);
        HorizonSensitivity[] until = {reduced.sensitivityUntil(3), whole.get().sensitivityUntil(3)};
        for (List<Integer> rewards : asked(model)) {
          compare(
              "seed " + seed + " until " + rewards,
              until[0].accumulated(rewards),
              until[1].accumulated(rewards));
        }
        steady += compareSteady("seed " + seed, model, reduced, whole.get()) ? 1 : 0;
      }
    }
    assertThat(steady).isGreaterThan(30);
  }

  /** Every reward by itself, and all together. */
  private static List<List<Integer>> asked(Model model) {
    List<Integer> all = IntStream.range(0, model.rewardCount() + WhyDown.REWARDS).boxed().toList();
    List<List<Integer>> asked = new ArrayList<>(List.of(all));
    all.forEach(reward -> asked.add(List.of(reward)));
    return asked;
  }

  /** Returns whether there is one ending, so that there is something to compare. */
  private static boolean compareSteady(String name, Model model, Solution reduced, Solution whole)
      throws UnsolvableException {
    if (whole.steady().endings() > 1) {
      return false;
    }
    Sensitivity[] steady = {reduced.sensitivity(), whole.sensitivity()};
    assertThat(steady[0].parameters()).isEqualTo(steady[1].parameters());
    for (List<Integer> rewards : asked(model)) {
      compare(name + " steady " + rewards, steady[0].of(rewards), steady[1].of(rewards));
    }
    return true;
  }

  private static void compare(String name, List<Derivative> reduced, List<Derivative> whole) {
    assertThat(reduced).hasSameSizeAs(whole);
    for (int p = 0; p < whole.size(); p++) {
      String which = name + ", " + whole.get(p).parameter();
      assertThat(reduced.get(p).parameter()).isEqualTo(whole.get(p).parameter());
      close(which, reduced.get(p).value(), whole.get(p).value(), 1e-9);
      close(which, reduced.get(p).perLogRate(), whole.get(p).perLogRate(), 1e-9);
    }
  }

  private static Optional<Solution> unreduced(Model model, Observer observer) {
    try {
      return Optional.of(Solution.unreduced(model, observer, LIMIT));
    } catch (UnsolvableException expected) {
      assertThat(expected.getMessage()).containsAnyOf(LIMIT + " states", "take no time");
      return Optional.empty();
    }
  }

  private static void close(String what, double reduced, double whole, double error) {
    assertThat(reduced).as(what).isCloseTo(whole, within(error * Math.max(1, Math.abs(whole))));
  }
}
