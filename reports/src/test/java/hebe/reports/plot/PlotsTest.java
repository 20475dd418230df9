package hebe.reports.plot;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.Samples;
import hebe.reports.Samples.Noise;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {

  @Test
  void write_mainStudy_makesEveryPictureTwice(@TempDir Path directory) throws IOException {
    List<Path> files = Plots.write(Samples.main(), directory);
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "downtime-by-cause.svg",
            "downtime-by-cause.png",
            "downtime-differences.svg",
            "downtime-differences.png",
            "availability-over-time.svg",
            "availability-over-time.png",
            "timeline-warm.svg",
            "timeline-warm.png",
            "timeline-saved.svg",
            "timeline-saved.png",
            "timeline-cold.svg",
            "timeline-cold.png",
            "scaling-downtime-of-one-vmm-rejuvenation.svg",
            "scaling-downtime-of-one-vmm-rejuvenation.png");
    assertThat(ImageIO.read(files.get(5).toFile()).getWidth()).isEqualTo(1600);
    assertThat(ImageIO.read(files.get(5).toFile()).getHeight()).isEqualTo(900);
  }

  @Test
  void svg_sameStudyTwice_hasTheSameBytes() throws IOException {
    assertThat(allSvg(Samples.main())).isEqualTo(allSvg(Samples.main()));
  }

  @Test
  void svg_anyFigure_holdsTextAndNoImagesAndOnlyItsOwnIds() throws IOException {
    for (Figure figure : Plots.figures(Samples.main())) {
      String svg = Plots.svg(figure);
      assertThat(svg).contains(">" + figure.title() + "</text").doesNotContain("<image");
      assertThat(svg.replace("id=\"genericDefs\"", ""))
          .doesNotContainPattern(" id=\"(?!" + figure.name() + "-)");
    }
  }

  @Test
  void svg_causes_labelsTheTotalWithItsInterval() throws IOException {
    // 3451 s = 57.52 min, 1 % of it 0.58 min
    assertThat(svg(Samples.main(), "downtime-by-cause")).contains("57.52 ± 0.58 min");
  }

  @Test
  void svg_differences_labelsEachPair() throws IOException {
    // 3451 - 5817 = -2366 s = -39.4 min
    assertThat(svg(Samples.main(), "downtime-differences"))
        .contains("warm − cold", "−39.4 ± 1.0 min");
  }

  @Test
  void svg_timeline_saysHowLongAServiceIsDown() throws IOException {
    // first guest of the warm sample: 0.04 + (0.05 + 0.25 + 0.3 + 0.01) x 42 - 0.04 + 0.02 x 42 =
    // 26.46
    assertThat(svg(Samples.main(), "timeline-warm")).contains("down 26.5 s", "quick reload 4.20 s");
  }

  @Test
  void svg_scaling_saysWhichPointsAreUnverified() throws IOException {
    assertThat(svg(Samples.main(), "scaling-downtime-of-one-vmm-rejuvenation"))
        .contains("published, unverified");
  }

  @Test
  void figures_twelvePoliciesWithLongNames_haveDistinctFileNames() {
    List<Samples.Shape> shapes = new ArrayList<>();
    for (int week = 1; week <= 12; week++) {
      shapes.add(
          Samples.shape(
              "rejuvenate the hypervisor of the whole rack by a warm reboot, whenever it suits, every "
                  + week
                  + " weeks",
              "warm-reboot",
              7000.0 / week,
              1747,
              42));
    }
    List<Figure> figures = Plots.figures(Samples.study(Noise.RANDOM, shapes));
    assertThat(figures).hasSize(3 + 12 + 1);
    assertThat(figures).extracting(Figure::name).doesNotHaveDuplicates();
    assertThat(figures).allSatisfy(figure -> assertThat(figure.name()).matches("[a-z0-9-]+"));
  }

  @Test
  void figures_emptyStudy_areNone(@TempDir Path directory) throws IOException {
    StudyResult empty = new StudyResult("", "", "", 1, 0.95, 1, List.of(), List.of(), List.of());
    assertThat(Plots.write(empty, directory.resolve("plots"))).isEmpty();
    assertThat(directory.resolve("plots")).isEmptyDirectory();
  }

  private static String svg(StudyResult study, String name) throws IOException {
    for (Figure figure : Plots.figures(study)) {
      if (figure.name().equals(name)) {
        return Plots.svg(figure);
      }
    }
    throw new AssertionError("no figure " + name);
  }

  private static List<String> allSvg(StudyResult study) throws IOException {
    List<String> all = new ArrayList<>();
    for (Figure figure : Plots.figures(study)) {
      all.add(Plots.svg(figure));
    }
    return all;
  }
}
