package hebe.models.outage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Downtime and number of outages of each subject, in all and by the name of the cause. */
public final class OutageTotals {
  private final double[] downSeconds;
  private final long[] outages;
  private final List<Map<String, Part>> parts = new ArrayList<>();

  OutageTotals(int subjects) {
    downSeconds = new double[subjects];
    outages = new long[subjects];
    for (int s = 0; s < subjects; s++) {
      parts.add(new LinkedHashMap<>());
    }
  }

  void add(int subject, String cause, double seconds) {
    downSeconds[subject] += seconds;
    outages[subject]++;
    parts.get(subject).merge(cause, new Part(seconds, 1), Part::plus);
  }

  /** Downtime of a subject. */
  public double downSeconds(int subject) {
    return downSeconds[subject];
  }

  /** Number of outages of a subject. */
  public long outages(int subject) {
    return outages[subject];
  }

  /** What a cause has done to a subject. */
  public Part part(int subject, String cause) {
    return parts.get(subject).getOrDefault(cause, new Part(0, 0));
  }

  /**
   * Checks that the downtime is the sum of its causes and what the reward says that the subject was
   * not up.
   *
   * @param causes the names of all causes that the model knows
   * @param upSeconds for each subject the integral of its reward
   * @throws IllegalStateException if something does not add up
   */
  public void check(
      Subjects subjects, List<String> causes, List<Double> upSeconds, double horizonSeconds) {
    for (int s = 0; s < downSeconds.length; s++) {
      double byCause = 0;
      for (String cause : causes) {
        byCause += part(s, cause).seconds();
      }
      // Each of the outages is a difference of two clock readings, each rounded to one unit in the
      // last place.
      double rounding = (outages[s] + 2) * 4 * Math.ulp(horizonSeconds);
      String name = subjects.all().get(s).name();
      if (Math.abs(byCause - downSeconds[s]) > rounding) {
        throw new IllegalStateException(
            "downtime of "
                + name
                + " is "
                + downSeconds[s]
                + " s, by cause "
                + byCause
                + " s, in "
                + parts.get(s).keySet());
      }
      if (Math.abs(upSeconds.get(s) + downSeconds[s] - horizonSeconds) > rounding) {
        throw new IllegalStateException(
            "up and down time of "
                + name
                + " make "
                + (upSeconds.get(s) + downSeconds[s])
                + " s of "
                + horizonSeconds
                + " s");
      }
    }
  }

  /** Downtime and number of the outages of some subjects together. */
  public GroupOutages of(List<Integer> subjects, List<String> causes) {
    double down = subjects.stream().mapToDouble(this::downSeconds).sum();
    double count = subjects.stream().mapToDouble(this::outages).sum();
    Map<String, Part> byCause = new LinkedHashMap<>();
    for (String cause : causes) {
      Part sum = new Part(0, 0);
      for (int subject : subjects) {
        sum = sum.plus(part(subject, cause));
      }
      byCause.put(cause, sum);
    }
    return new GroupOutages(new Part(down, count), byCause);
  }

  /**
   * Downtime and number of some outages.
   *
   * @param seconds downtime
   * @param count number, which is whole unless it is an expectation
   */
  public record Part(double seconds, double count) {
    /** Both together. */
    public Part plus(Part other) {
      return new Part(seconds + other.seconds, count + other.count);
    }
  }
}
