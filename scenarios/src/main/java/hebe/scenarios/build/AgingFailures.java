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
  private final Key<Optional<List<Double>>> speeds;
  private final Aging aging;
  private final List<DelayLaw> crashes;

  AgingFailures(
      Values read,
      Key<Optional<Aging>> aging,
      Key<Optional<List<DelayLaw>>> crash,
      Key<Optional<List<Double>>> speeds) {
    this.read = read;
    this.crash = crash;
    this.speeds = speeds;
    this.aging = read.get(aging).orElseGet(Aging.None::new);
    crashes = read.get(crash).orElseGet(List::of);
  }

  Optional<LayerFailures> read(DelayLaw detection, Optional<DelayLaw> repair) {
    Optional<Resource> resource = aging.resource();
    if (read.get(speeds).filter(given -> !fit(given)).isPresent()) {
      return read.refuse(
          speeds,
          aging instanceof Aging.Stages
              ? aging.lastStage() + 1 + " speeds that never rise, one for each stage and one more"
              : "\"speeds\" only with stages; a resource has \"slow\"",
          read.get(speeds).map(Object::toString).orElseThrow(),
          "write for example \"speeds: [100 %, 80 %]\" with one stage");
    }
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

  private boolean fit(List<Double> given) {
    for (int i = 1; i < given.size(); i++) {
      if (given.get(i) > given.get(i - 1)) {
        return false;
      }
    }
    return aging instanceof Aging.Stages && given.size() == aging.lastStage() + 1;
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
    if (!(aging instanceof Aging.Stages ages)) {
      return aging;
    }
    List<Aging.Stage> stages = new ArrayList<>();
    for (int i = 0; i < ages.stages().size(); i++) {
      Optional<DelayLaw> own = crashes.size() == 1 ? Optional.empty() : Optional.of(crashes.get(i));
      stages.add(new Aging.Stage(ages.stages().get(i).lasts(), own));
    }
    return new Aging.Stages(stages, read.get(speeds).orElseGet(List::of));
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
