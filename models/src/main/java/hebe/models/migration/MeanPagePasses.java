package hebe.models.migration;

import java.util.List;

/** Passes over pages in the mean. */
final class MeanPagePasses implements Passes {
  private static final int STEPS = 4096;

  private final Pages memory;
  private final double[] pendingPages;

  MeanPagePasses(Pages memory) {
    this.memory = memory;
    pendingPages = memory.groups().stream().mapToDouble(Pages.Group::pages).toArray();
  }

  @Override
  public double pendingBytes() {
    double pages = 0;
    for (double group : pendingPages) {
      pages += group;
    }
    return pages * memory.pageBytes();
  }

  @Override
  public Pass copy(double bytesPerSecond, double guestSpeed) {
    double pendingBefore = pendingBytes();
    double seconds = integrate(memory.pageBytes() / bytesPerSecond, guestSpeed);
    List<Pages.Group> groups = memory.groups();
    for (int i = 0; i < pendingPages.length; i++) {
      Pages.Group group = groups.get(i);
      pendingPages[i] =
          -group.pages() * StrictMath.expm1(-group.writesPerSecond() * guestSpeed * seconds);
    }
    double sent = seconds * bytesPerSecond;
    return new Pass(sent, pendingBefore - sent, pendingBytes(), seconds);
  }

  /** Length of the pass: s at x = 1. */
  private double integrate(double pageSeconds, double guestSpeed) {
    double h = 1.0 / STEPS;
    double s = 0;
    for (int step = 0; step < STEPS; step++) {
      double k1 = pageSeconds * cleanPages(s, guestSpeed);
      double k2 = pageSeconds * cleanPages(s + h / 2 * k1, guestSpeed);
      double k3 = pageSeconds * cleanPages(s + h / 2 * k2, guestSpeed);
      double k4 = pageSeconds * cleanPages(s + h * k3, guestSpeed);
      s += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    return s;
  }

  private double cleanPages(double seconds, double guestSpeed) {
    double clean = 0;
    for (int i = 0; i < pendingPages.length; i++) {
      double writes = memory.groups().get(i).writesPerSecond() * guestSpeed * seconds;
      clean += pendingPages[i] * StrictMath.exp(-writes);
    }
    return clean;
  }
}
