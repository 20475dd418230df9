package hebe.scenarios.read;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Empirical;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hypoexponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import java.util.List;
import java.util.Optional;

/**
 * Laws of delays in a file: by name and parameters as in {@code weibull: {shape: 0.7, mean: 9000
 * h}}; a duration alone is the deterministic law.
 */
public final class Laws {
  private static final Key<Optional<Double>> MEAN =
      Key.optional("mean", "Mean.", Types.durationSeconds());
  private static final Key<Double> MEAN_DUE =
      Key.required("mean", "Mean.", Types.durationSeconds());
  private static final Key<Optional<Double>> SCALE =
      Key.optional("scale", "Scale.", Types.durationSeconds());
  private static final Key<Double> SHAPE =
      Key.required("shape", "Shape, without a unit.", Types.number(Bounds.closed(0.05, 1000)));

  private static final Variants<DelayLaw> NAMED =
      Variants.<DelayLaw>of("delay law", "How long something takes.")
          .with(exponential())
          .with(deterministic())
          .with(uniform())
          .with(erlang())
          .with(hypoexponential())
          .with(hyperexponential())
          .with(weibull())
          .with(logNormal())
          .with(gamma())
          .with(empirical());

  private Laws() {}

  /** A delay law, or a duration for a delay that is always the same. */
  public static Type<DelayLaw> delayLaw() {
    return Types.firstOf(
        NAMED, Types.durationSeconds(Bounds.notNegative()).map(Deterministic::new));
  }

  /** The laws by their names, for choices of which a law is only one. */
  public static Variants<DelayLaw> named() {
    return NAMED;
  }

  private static Mapping<Exponential> exponential() {
    Key<Optional<Double>> rate =
        Key.optional("rate", "One over the mean.", Types.ratePerSecond(Bounds.positive()));
    return Mapping.of(
            "exponential",
            "The memoryless law.",
            v ->
                v.get(MEAN)
                    .map(Exponential::new)
                    .or(() -> v.get(rate).map(Exponential::ofRate))
                    .orElseThrow(),
            MEAN,
            rate)
        .exactlyOneOf(MEAN, rate);
  }

  private static Mapping<Deterministic> deterministic() {
    Key<Double> value =
        Key.required("value", "The delay.", Types.durationSeconds(Bounds.notNegative()));
    return Mapping.of(
        "deterministic",
        "Always the same delay; a duration alone says so too.",
        v -> new Deterministic(v.get(value)),
        value);
  }

  private static Mapping<Uniform> uniform() {
    Key<Double> low =
        Key.required("low", "Least delay.", Types.durationSeconds(Bounds.notNegative()));
    Key<Double> high = Key.required("high", "Longest delay.", Types.durationSeconds());
    return Mapping.checked(
        "uniform",
        "Every delay of an interval alike.",
        v ->
            v.get(high) > v.get(low)
                ? Optional.of(new Uniform(v.get(low), v.get(high)))
                : v.refuse(high, "a longer delay than \"low\"", "one that is not", "exchange them"),
        low,
        high);
  }

  private static Mapping<Erlang> erlang() {
    Key<Integer> stages = Key.required("stages", "Number of stages.", Types.integer(1, 1000));
    Key<Double> mean = Key.required("mean", "Mean of the sum.", Types.durationSeconds());
    return Mapping.of(
        "erlang",
        "Sum of equal exponential stages.",
        v -> new Erlang(v.get(stages), v.get(mean)),
        stages,
        mean);
  }

  private static Mapping<Hypoexponential> hypoexponential() {
    Key<List<Double>> means =
        Key.required(
            "means", "Means of the stages.", Types.listOf(Types.durationSeconds()).required());
    return Mapping.of(
        "hypoexponential",
        "Sum of exponential stages with means of their own.",
        v -> new Hypoexponential(v.get(means)),
        means);
  }

  private static Mapping<Hyperexponential> hyperexponential() {
    Key<Double> probability =
        Key.required(
            "probability", "How often it is taken.", Types.share(new Bounds(0, false, 1, true)));
    Mapping<Hyperexponential.Branch> branch =
        Mapping.of(
            "branch",
            "One of the exponential laws of a hyperexponential law.",
            v -> new Hyperexponential.Branch(v.get(probability), v.get(MEAN_DUE)),
            probability,
            MEAN_DUE);
    Key<List<Hyperexponential.Branch>> branches =
        Key.required(
            "branches",
            "The laws; probabilities add up to 100 %.",
            Types.listOf(branch).required());
    return Mapping.of(
        "hyperexponential",
        "One of several exponential laws by chance.",
        v -> new Hyperexponential(v.get(branches)),
        branches);
  }

  private static Mapping<Weibull> weibull() {
    return Mapping.of(
            "weibull",
            "Hazard that rises with age for a shape above 1 and falls below 1.",
            v ->
                v.get(MEAN)
                    .map(mean -> Weibull.ofMean(v.get(SHAPE), mean))
                    .or(() -> v.get(SCALE).map(scale -> new Weibull(v.get(SHAPE), scale)))
                    .orElseThrow(),
            SHAPE,
            SCALE,
            MEAN)
        .exactlyOneOf(SCALE, MEAN);
  }

  private static Mapping<Gamma> gamma() {
    return Mapping.of(
            "gamma",
            "The gamma law: Erlang with any shape.",
            v ->
                v.get(MEAN)
                    .map(mean -> Gamma.ofMean(v.get(SHAPE), mean))
                    .or(() -> v.get(SCALE).map(scale -> new Gamma(v.get(SHAPE), scale)))
                    .orElseThrow(),
            SHAPE,
            SCALE,
            MEAN)
        .exactlyOneOf(SCALE, MEAN);
  }

  private static Mapping<LogNormal> logNormal() {
    Type<Double> spread = Types.number(Bounds.positive());
    Key<Optional<Double>> cv =
        Key.optional("cv", "Standard deviation divided by the mean.", spread);
    Key<Optional<Double>> median = Key.optional("median", "Median.", Types.durationSeconds());
    Key<Optional<Double>> sigma =
        Key.optional(
            "sigma", "Standard deviation of the logarithm.", Types.number(Bounds.closed(1e-4, 10)));
    return Mapping.of(
            "lognormal",
            "The logarithm is normal; give mean and cv, or median and sigma.",
            v -> logNormal(v.get(MEAN), v.get(cv), v.get(median), v.get(sigma)),
            MEAN,
            cv,
            median,
            sigma)
        .exactlyOneOf(MEAN, median)
        .exactlyOneOf(cv, sigma);
  }

  /** sigma^2 = ln(1 + cv^2) and median = mean / exp(sigma^2 / 2), whichever two are given. */
  private static LogNormal logNormal(
      Optional<Double> mean, Optional<Double> cv, Optional<Double> median, Optional<Double> sigma) {
    if (mean.isPresent() && cv.isPresent()) {
      return LogNormal.ofMeanAndCv(mean.get(), cv.get());
    }
    double logSigma =
        sigma.or(() -> cv.map(c -> StrictMath.sqrt(StrictMath.log1p(c * c)))).orElseThrow();
    double medianSeconds =
        median.or(() -> mean.map(m -> m / StrictMath.exp(logSigma * logSigma / 2))).orElseThrow();
    return new LogNormal(medianSeconds, logSigma);
  }

  private static Mapping<Empirical> empirical() {
    Key<Optional<List<Double>>> values =
        Key.optional(
            "values",
            "Observed delays, in any order.",
            Types.listOf(Types.durationSeconds(Bounds.notNegative())).required());
    Key<Optional<Located<String>>> csv =
        Key.optional(
            "csv",
            "A file beside this one: the word `delay` on the first line, then a duration per line.",
            Types.text().located());
    return Mapping.checked(
            "empirical",
            "The delays that were observed, each as likely as the other.",
            v ->
                v.get(values)
                    .or(() -> v.get(csv).flatMap(f -> DelayCsv.read(f, v.problems())))
                    .map(Laws::sorted),
            values,
            csv)
        .exactlyOneOf(values, csv);
  }

  private static Empirical sorted(List<Double> seconds) {
    return new Empirical(seconds.stream().sorted().toList());
  }
}
