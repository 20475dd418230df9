package hebe.scenarios.build;

import hebe.models.aging.Aging;
import hebe.models.aging.Resource;
import hebe.models.failure.LayerFailures;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together how a layer ages and how it crashes, and says what does not fit. */
final class AgingFailures {
  private final Values read;
  private final Key<Optional<List<DelayLaw>>> crash;
  private final Aging aging;
  private final List<DelayLaw> crashes;

  AgingFailures(Values read, Key<Optional<Aging>> aging, Key<Optional<List<DelayLaw>>> crash) {
    this.read = read;
    this.crash = crash;
    this.aging = read.get(aging).orElseGet(Aging.None::new);
    crashes = read.get(crash).orElseGet(List::of);
  }

  Optional<LayerFailures> read(DelayLaw detection, Optional<DelayLaw> repair) {
    Optional<Resource> resource = aging.resource();
    if (resource.isPresent()) {
      return leaking(resource.get(), detection, repair);
    }
    if (crashes.isEmpty()) {
      return read.refuse(
          crash,
          "the key \"crash\"",
          "none",
          "add for example \"crash: {exponential: {mean: 9000 h}}\"");
    }
    int stages = aging.lastStage() + 1;
    if (crashes.size() > 1 && crashes.size() != stages) {
      return read.refuse(
          crash,
          "one law, or " + stages + ", one for each stage and for failure-probable",
          Integer.toString(crashes.size()),
          "write one for each");
    }
    return lasting(read, crash, leastLife())
        .map(
            life ->
                new LayerFailures(
                    staged(), Optional.of(crashes.get(crashes.size() - 1)), detection, repair));
  }

  private Optional<LayerFailures> leaking(
      Resource resource, DelayLaw detection, Optional<DelayLaw> repair) {
    if (crashes.size() > 1 || crashes.size() == 1 != resource.crashBelow().isPresent()) {
      return read.refuse(
          crash,
          resource.crashBelow().isPresent()
              ? "one law of the crash below \"crash-below\""
              : "no \"crash\" where a resource has no \"crash-below\"",
          crashes.isEmpty() ? "none" : Integer.toString(crashes.size()),
          resource.crashBelow().isPresent()
              ? "write one law"
              : "remove it, or add \"crash-below\"");
    }
    return Optional.of(new LayerFailures(aging, crashes.stream().findFirst(), detection, repair));
  }

  private Aging staged() {
    if (!(aging instanceof Aging.Stages ages) || crashes.size() == 1) {
      return aging;
    }
    List<Aging.Stage> stages = new ArrayList<>();
    for (int i = 0; i < ages.stages().size(); i++) {
      stages.add(new Aging.Stage(ages.stages().get(i).lasts(), Optional.of(crashes.get(i))));
    }
    return new Aging.Stages(stages);
  }

  /** The shortest mean way from a fresh start to a crash. */
  private double leastLife() {
    List<Aging.Stage> stages = aging instanceof Aging.Stages ages ? ages.stages() : List.of();
    double until = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < stages.size(); i++) {
      if (crashes.size() > 1) {
        least = StrictMath.min(least, until + crashes.get(i).meanSeconds());
      }
      until += stages.get(i).lasts().meanSeconds();
    }
    return StrictMath.min(least, until + crashes.get(crashes.size() - 1).meanSeconds());
  }

  /** The life, if it lasts for a while; if all else takes no time, time would stand still. */
  static Optional<Double> lasting(Values read, Key<?> crash, double lifeSeconds) {
    if (lifeSeconds < Delays.LEAST_SECONDS) {
      return read.refuse(
          crash,
          "at least "
              + Shown.seconds(Delays.LEAST_SECONDS)
              + " from the fresh start to the crash, on average",
          Shown.seconds(lifeSeconds),
          "write a longer delay");
    }
    return Optional.of(lifeSeconds);
  }
}
