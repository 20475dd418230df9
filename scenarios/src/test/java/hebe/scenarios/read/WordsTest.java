package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "guests, guests, 0",
    "gests, guests, 1",
    "geusts, guests, 1",
    "guestss, guests, 1",
    "kitten, sitting, 3",
    "'', abc, 3"
  })
  void distance_countsEdits(String a, String b, int edits) {
    assertThat(Words.distance(a, b)).isEqualTo(edits);
    assertThat(Words.distance(b, a)).isEqualTo(edits);
  }

  @Test
  void nearest_ofAMisspeltWord_isTheOneMeant() {
    List<String> laws = List.of("exponential", "weibull", "gamma");

    assertThat(Words.nearest("exponentail", laws)).containsExactly("exponential");
    assertThat(Words.nearest("WEIBUL", laws)).containsExactly("weibull");
    assertThat(Words.nearest("pareto", laws)).isEmpty();
  }

  @Test
  void nearest_ofTies_isAllOfThem() {
    assertThat(Words.nearest("mis", List.of("min", "ms", "s"))).containsExactly("min", "ms");
  }

  @Test
  void quoted_showsOneShortLine() {
    assertThat(Words.quoted("a\n\u0001b" + "c".repeat(99)))
        .isEqualTo("\"a\\n\\u0001b" + "c".repeat(36) + "...\"");
  }

  @Test
  void problem_readsLikeASentenceWithItsPlace() {
    Place place =
        new Place(
            "web.yaml", Optional.of(new Position(14, 12)), "hosts[0].vmm.repair.exponential.mean");
    Problem problem =
        new Problem(place, "a duration with a unit", "9000", "write for example \"9000 h\"");

    assertThat(problem)
        .hasToString(
            "web.yaml:14:12 hosts[0].vmm.repair.exponential.mean: expected a duration with a unit,"
                + " got 9000; write for example \"9000 h\"");
  }

  @Test
  void problems_areSortedByLineThenColumn_andListedOnce() {
    Problems problems = new Problems();
    for (int[] at : new int[][] {{10, 1}, {2, 30}, {2, 4}, {10, 1}}) {
      problems.add(Place.of("x").at(new Position(at[0], at[1])), "a", "b", "c");
    }
    problems.add(Place.of("a"), "a", "b", "c");

    assertThat(problems.toString().lines())
        .containsExactly(
            "a: expected a, got b; c",
            "x:2:4: expected a, got b; c",
            "x:2:30: expected a, got b; c",
            "x:10:1: expected a, got b; c");
  }
}
