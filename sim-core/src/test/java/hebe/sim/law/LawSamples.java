package hebe.sim.law;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One or more laws of every kind, and the reader of their short names. */
final class LawSamples {
  private LawSamples() {}

  /** Laws with a finite, moderate variance; each kind of the sealed interface occurs. */
  static Stream<DelayLaw> all() {
    return Stream.concat(
        Stream.of(new Deterministic(30), new Empirical(List.of(1.0, 2.0, 2.0, 7.5, 60.0))),
        continuous());
  }

  /** Those with a density. */
  static Stream<DelayLaw> continuous() {
    return Stream.concat(
        Stream.of(
            new Uniform(10, 35),
            new Weibull(40, 7),
            LogNormal.ofMeanAndCv(600, 0.3),
            new ErlangMixture(
                List.of(
                    new ErlangMixture.Branch(0.5, 1, 2),
                    new ErlangMixture.Branch(0.3, 4, 2),
                    new ErlangMixture.Branch(0.2, 3, 9)))),
        Stream.of(
                "exponential(3600)",
                "weibull(0.7;9000)",
                "weibull(3;2)",
                "erlang(3;60)",
                "gamma(0.5;3)",
                "gamma(2.5;100)",
                "gamma(40;0.25)",
                "hyper(0.9/1;0.1/100)",
                "hypo(1;2;4)",
                "hypo(30;2592000)",
                "hypo(5;5;5;5)",
                "hypo(1;1.0000000001;0.9999999999)",
                "lognormal(1;0.5)")
            .map(LawSamples::read));
  }

  /** Reads "gamma(2.5;100)": the parameters in the order of the record. */
  static DelayLaw read(String text) {
    int open = text.indexOf('(');
    String[] parts = text.substring(open + 1, text.length() - 1).split(";", -1);
    return switch (text.substring(0, open)) {
      case "exponential" -> new Exponential(number(parts[0]));
      case "weibull" -> new Weibull(number(parts[0]), number(parts[1]));
      case "gamma" -> new Gamma(number(parts[0]), number(parts[1]));
      case "erlang" -> new Erlang(Integer.parseInt(parts[0]), number(parts[1]));
      case "lognormal" -> new LogNormal(number(parts[0]), number(parts[1]));
      case "hypo" -> new Hypoexponential(Arrays.stream(parts).map(Double::valueOf).toList());
      case "hyper" -> new Hyperexponential(Arrays.stream(parts).map(LawSamples::branch).toList());
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Hyperexponential.Branch branch(String text) {
    int slash = text.indexOf('/');
    return new Hyperexponential.Branch(
        number(text.substring(0, slash)), number(text.substring(slash + 1)));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
