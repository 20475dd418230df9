package hebe.models.fleet;

import hebe.models.catalog.Profile;
import hebe.models.load.CacheUse;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes the page cache of one guest: a boot makes it cold, reads make it warm again while the
 * guest serves. Guests that boot with their host share its disk until they are warm; one that boots
 * alone has the disk for itself, whatever the others do.
 */
final class CacheWarmth {
  private static final String WARM = "warm";
  private static final String ALONE = "cold";
  private static final String TOGETHER = "cold-together";

  private final Component cache;
  private final Map<String, CacheUse.Cold> cold = new LinkedHashMap<>();

  /**
   * Declares the variable.
   *
   * @param together how many guests of the host have such a cache
   */
  CacheWarmth(Scope scope, CacheUse use, Profile hardware, int together) {
    cold.put(ALONE, use.cold(hardware, 1));
    if (together > 1) {
      cold.put(TOGETHER, use.cold(hardware, together));
    }
    List<String> states = new ArrayList<>(List.of(WARM));
    states.addAll(cold.keySet());
    cache = scope.component("cache", states.toArray(String[]::new));
  }

  /** A boot of this guest alone empties the cache. */
  void lostAlone(TransitionBuilder boot) {
    boot.also(cache.become(ALONE));
  }

  /** A boot of all guests of the host empties their caches. */
  void lostTogether(TransitionBuilder boot) {
    boot.also(cache.become(cold.containsKey(TOGETHER) ? TOGETHER : ALONE));
  }

  /**
   * Writes how it gets warm.
   *
   * @param clock gets every clock that a boot starts anew
   */
  void write(Guard serving, Consumer<TransitionBuilder> clock) {
    cold.forEach(
        (state, how) ->
            clock.accept(
                cache
                    .transition("refill " + state)
                    .from(state)
                    .to(WARM)
                    .when(serving)
                    .after(how.lasts())));
  }

  /** These terms of a reward, less what the guest does not get done while its cache is cold. */
  List<Reward.Term> slowing(List<Reward.Term> warm) {
    List<Reward.Term> terms = new ArrayList<>(warm);
    cold.forEach(
        (state, how) -> {
          if (how.speed() < 1) {
            warm.forEach(
                term ->
                    terms.add(
                        new Reward.Term(
                            term.condition().and(cache.in(state)),
                            (how.speed() - 1) * term.weight())));
          }
        });
    return terms;
  }
}
