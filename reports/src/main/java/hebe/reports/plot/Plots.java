package hebe.reports.plot;

import hebe.reports.answer.Sweeps;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All pictures of a study. */
public final class Plots {
  private static final int LONGEST_NAME = 80;

  private Plots() {}

  /**
   * The figures for which the study has data, each with a file name of its own: of a sweep first
   * the curves, then the policies where they are best.
   */
  public static List<Figure> figures(StudyResult whole) {
    List<Figure> figures = new ArrayList<>(SweepFigures.of(whole));
    StudyResult study = Sweeps.atTheirBest(whole);
    CausesFigure.of(study).ifPresent(figures::add);
    LostConnectionsFigure.of(study).ifPresent(figures::add);
    DifferencesFigure.of(study).ifPresent(figures::add);
    AvailabilityFigure.of(study).ifPresent(figures::add);
    figures.addAll(TimelineFigures.of(study));
    figures.addAll(ScalingFigures.of(study));
    Set<String> taken = new HashSet<>();
    return figures.stream().map(figure -> named(figure, taken)).toList();
  }

  /** The figure as an {@code svg} element that can stand on a page with others. */
  public static String svg(Figure figure) throws IOException {
    return Render.svg(figure);
  }

  /**
   * Draws every figure as {@code <name>.svg} and {@code <name>.png} into a folder, which is made if
   * it does not exist.
   *
   * @return the files, in the order of the figures
   */
  public static List<Path> write(StudyResult study, Path directory) throws IOException {
    return write(figures(study), directory);
  }

  /** Like {@link #write(StudyResult, Path)}, for figures that are already made. */
  public static List<Path> write(List<Figure> figures, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> files = new ArrayList<>();
    for (Figure figure : figures) {
      Path svg = directory.resolve(figure.name() + ".svg");
      String prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
      Files.writeString(svg, prologue + svg(figure), StandardCharsets.UTF_8);
      Path png = directory.resolve(figure.name() + ".png");
      Files.write(png, Render.png(figure));
      files.add(svg);
      files.add(png);
    }
    return files;
  }

  private static Figure named(Figure figure, Set<String> taken) {
    String base = slug(figure.name());
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + "-" + number;
    }
    return new Figure(
        name, figure.title(), figure.caption(), figure.width(), figure.height(), figure.chart());
  }

  /**
   * Lower-case letters a to z, digits and single hyphens: safe in every file system and as an id.
   */
  private static String slug(String text) {
    String hyphens = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = hyphens.substring(0, Math.min(LONGEST_NAME, hyphens.length()));
    return cut.replaceAll("^-|-$", "");
  }
}
