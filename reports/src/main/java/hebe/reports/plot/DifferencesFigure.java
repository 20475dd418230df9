package hebe.reports.plot;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.answer.Sentences;
import hebe.reports.answer.Sweeps;
import hebe.reports.number.AxisTicks;
import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.sim.result.Comparison;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Paired differences of the metric that ranks the policies, the downtime or the cost per year, with
 * their intervals, around a zero line.
 */
final class DifferencesFigure {
  /** More pairs than this are cut down to those with the best policy. */
  private static final int MOST_PAIRS = 15;

  /** Longer names stand above their rows, not beside them. */
  private static final int LONGEST_NAME_BESIDE = 32;

  private static final int LONGEST_NAME = 46;
  private static final double ROOM_FOR_TEXT = 0.36;

  private DifferencesFigure() {}

  static Optional<Figure> of(StudyResult study) {
    Ranking ranking = Ranking.of(study);
    List<Comparison> all =
        study.comparisons().stream()
            .filter(pair -> Findings.isTotal(pair.metric(), ranking.objective(), ranking.subject()))
            .filter(pair -> EstimateText.mean(pair.difference()).isPresent())
            .toList();
    if (all.stream().allMatch(pair -> Sentences.isZero(pair.difference()))) {
      return Optional.empty();
    }
    List<Comparison> shown = all.size() > MOST_PAIRS ? withBest(all, ranking) : all;
    String what = Sweeps.noun(ranking.objective());
    String title = "How much do the policies differ?";
    String subtitle =
        "Difference in "
            + what
            + " per year, subject "
            + ranking.subject()
            + "; left of zero the first of a pair is better"
            + (shown.size() < all.size() ? "; pairs with the best policy only" : "");
    String caption =
        "Each row is one pair of policies that met the same random events. An interval that does not"
            + " touch zero is a significant difference; the others are hollow.";
    return Optional.of(
        new Figure(
            what + "-differences",
            title,
            caption,
            Style.WIDTH,
            140 + Math.max(3, shown.size()) * (longNames(shown) ? 52 : 38),
            Style.chart(title, subtitle, plot(shown, what), false)));
  }

  private static List<Comparison> withBest(List<Comparison> all, Ranking ranking) {
    String best = ranking.places().get(0).label();
    return all.stream().filter(pair -> pair.a().equals(best) || pair.b().equals(best)).toList();
  }

  private static boolean longNames(List<Comparison> pairs) {
    return pairs.stream().anyMatch(pair -> name(pair).length() > LONGEST_NAME_BESIDE);
  }

  private static String name(Comparison pair) {
    return Style.shortened(pair.a(), LONGEST_NAME)
        + " − "
        + Style.shortened(pair.b(), LONGEST_NAME);
  }

  private static XYPlot plot(List<Comparison> pairs, String what) {
    double low = 0;
    double high = 0;
    for (Comparison pair : pairs) {
      double mean = EstimateText.mean(pair.difference()).getAsDouble();
      double halfWidth = EstimateText.halfWidth(pair.difference());
      low = Math.min(low, mean - halfWidth);
      high = Math.max(high, mean + halfWidth);
    }
    Scale scale = Scale.of(pairs.get(0).metric().unit(), Math.max(-low, high));
    double pad = 0.04 * (high - low) + (high > low ? 0 : 1);
    AxisTicks ticks = AxisTicks.covering((low - pad) / scale.one(), (high + pad) / scale.one(), 9);
    double span = ticks.high() - ticks.low();
    NumberAxis differences =
        Style.numbers(
            "difference in " + what + " [" + scale.axis() + "]",
            ticks.low(),
            ticks.high() + ROOM_FOR_TEXT * span,
            ticks);
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(differences);
    boolean above = longNames(pairs);
    plot.setRangeAxis(Rows.axis(pairs.stream().map(pair -> above ? "" : name(pair)).toList()));
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new DifferencesAnnotation(rows(pairs, scale, above)));
    return plot;
  }

  private static List<DifferencesAnnotation.Difference> rows(
      List<Comparison> pairs, Scale scale, boolean above) {
    return pairs.stream()
        .map(
            pair ->
                new DifferencesAnnotation.Difference(
                    EstimateText.times(pair.difference(), 1 / scale.one()),
                    above ? name(pair) : "",
                    text(pair.difference(), scale),
                    !Sentences.mayBeZero(pair.difference())))
        .toList();
  }

  private static String text(Estimate difference, Scale scale) {
    Estimate shown = EstimateText.times(difference, 1 / scale.one());
    return EstimateText.of(shown, scale.label()).replace('-', '−');
  }

  /**
   * The unit of the picture.
   *
   * @param one of it in the unit of the metric
   */
  private record Scale(double one, String label) {
    /** Of a metric per year: a fitting duration, or the currency, which may have no name. */
    static Scale of(String unit, double largest) {
      if (unit.equals("s/year")) {
        DurationUnit fitting = DurationUnit.fitting(largest);
        return new Scale(fitting.seconds(), fitting.label());
      }
      return new Scale(1, unit.replaceFirst("^1/year$|/year$", ""));
    }

    String axis() {
      return (label + " per year").strip();
    }
  }
}
