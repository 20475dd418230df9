package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ListNode;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Node.ScalarNode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
  private final Problems problems = new Problems();

  @Test
  void tree_ofAnyKind_knowsPlacesAndKinds() {
    MapNode top = parse("name: web\nguests:\n  - {count: 11, memory: '9000', on: true, off: }\n");

    ListNode guests = (ListNode) top.entry("guests").orElseThrow().value();
    MapNode guest = (MapNode) guests.items().get(0);
    assertThat(guest.entries())
        .extracting(e -> e.keyPlace() + " | " + e.value().place() + " = " + e.value().shown())
        .containsExactly(
            "x.yaml:3:6 guests[0].count | x.yaml:3:13 guests[0].count = 11",
            "x.yaml:3:17 guests[0].memory | x.yaml:3:25 guests[0].memory = \"9000\"",
            "x.yaml:3:33 guests[0].on | x.yaml:3:37 guests[0].on = true",
            "x.yaml:3:43 guests[0].off | x.yaml:3:47 guests[0].off = nothing");
    assertThat(guest.entries())
        .extracting(e -> ((ScalarNode) e.value()).kind())
        .containsExactly(Kind.NUMBER, Kind.TEXT, Kind.BOOLEAN, Kind.EMPTY);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void path_ofAnUnusualKey_quotesIt() {
    MapNode top = parse("a: {amd 64.1: 1}\n\"b.c\": 2");

    MapNode a = (MapNode) top.entry("a").orElseThrow().value();
    assertThat(a.entries().get(0).keyPlace().path()).isEqualTo("a[\"amd 64.1\"]");
    assertThat(top.entries().get(1).keyPlace().path()).isEqualTo("[\"b.c\"]");
  }

  @Test
  void column_behindWideCharacters_countsCharacters() {
    // One letter outside the basic plane is two Java chars, and one column.
    assertThat(parse("{\u00e9: 1, \ud834\udd1e: 2, c: 3}").entries().get(2).keyPlace())
        .hasToString("x.yaml:1:14 c");
  }

  @Test
  void duplicateKeys_areAllReported_withTheirFirstPlace() {
    assertProblems(
        "a: 1\nb: {c: 1, c: 2}\na: 3\n",
        "x.yaml:2:11 b.c: expected each key once, got a second one (the first is at 2:5);"
            + " remove one of them",
        "x.yaml:3:1 a: expected each key once, got a second one (the first is at 1:1);"
            + " remove one of them");
  }

  @Test
  void aliasBomb_isRefused_withoutExpansion() {
    assertProblems(
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "x.yaml:1:4 a: expected a value, got an anchor (&); write the value out where it is needed",
        "x.yaml:2:4 b: expected a value, got an anchor (&); write the value out where it is needed",
        "x.yaml:2:8 b[0]: expected a value, got an alias (*); write the value out",
        "x.yaml:2:12 b[1]: expected a value, got an alias (*); write the value out",
        "x.yaml:3:5 c[0]: expected a value, got an alias (*); write the value out",
        "x.yaml:3:9 c[1]: expected a value, got an alias (*); write the value out");
  }

  @Test
  void anchorOfAMapping_isReportedOnce() {
    assertProblems(
        "a: &a {b: 1, c: 2}\n",
        "x.yaml:1:4 a: expected a value, got an anchor (&); write the value out where it is needed");
  }

  @Test
  void anchorOfAScalar_isReported() {
    String problem =
        ": expected a value, got an anchor (&); write the value out where it is needed";
    assertProblems(
        "\ud834\udd1e: &x 5\nb: [&y 'z', \"&w\", a&b]\n",
        "x.yaml:1:4 [\"\ud834\udd1e\"]" + problem,
        "x.yaml:2:5 b[0]" + problem);
  }

  @Test
  void anchorOfAKey_isReported() {
    assertProblems(
        "b: 1\n&k a: 1\n",
        "x.yaml:2:1 a: expected a value, got an anchor (&); write the value out where it is needed");
  }

  @Test
  void tags_areReported() {
    assertProblems(
        "a: !!str 5\nb: !java {c: 1}\n",
        "x.yaml:1:4 a: expected a value, got a tag (!); remove the tag",
        "x.yaml:2:4 b: expected a value, got a tag (!); remove the tag");
  }

  @Test
  void severalDocuments_areReported() {
    assertProblems(
        "a: 1\n---\nb: 2\n",
        "x.yaml:3:1: expected one document, got a second one; keep one, or write a file for each");
  }

  @Test
  void nesting_at40Levels_isRead() {
    parse("a: " + "[".repeat(40) + "]".repeat(40));

    assertThat(problems.list()).isEmpty();
  }

  @Test
  void nesting_at41Levels_isRefused() {
    assertProblems(
        "a: " + "[".repeat(41) + "]".repeat(41),
        "x.yaml:1:44 a"
            + "[0]".repeat(40)
            + ": expected at most 40 levels of nesting, got more; write it flatter");
  }

  @Test
  void nesting_ofAMillionLevels_isRefusedLikewise() {
    YamlTree.parse(new SourceFile("x.yaml", "a: " + "[".repeat(1_000_000)), problems);

    assertThat(problems.list()).hasSize(1);
    assertThat(problems.toString()).contains("at most 40 levels of nesting");
  }

  @Test
  void scalar_thatIsHuge_isRefused() {
    assertProblems(
        "a: " + "x".repeat(1_000_000) + "\nb: " + "9".repeat(20_000),
        "x.yaml:1:4 a: expected a value of at most 16384 characters, got one of 1000000;"
            + " shorten it",
        "x.yaml:2:4 b: expected a value of at most 16384 characters, got one of 20000;"
            + " shorten it");
  }

  @Test
  void tabs_areReportedInEveryLine() {
    assertProblems(
        "a:\n\tb: 1\n  c: 1\n  \td: 1\n",
        "x.yaml:2:1: expected spaces for indentation, got a tab; replace it by spaces",
        "x.yaml:4:3: expected spaces for indentation, got a tab; replace it by spaces");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "'' => 1:1: expected keys with values, got an empty file; write for example \"name: web\"",
        "# only this => 1:1: expected keys with values, got an empty file;"
            + " write for example \"name: web\"",
        "--- => 1:4: expected keys with values, got nothing; write for example \"name: web\"",
        "only text => 1:1: expected keys with values, got \"only text\";"
            + " write for example \"name: web\"",
        "- a => 1:1: expected keys with values, got a list; write for example \"name: web\"",
        "{? [1] : 2} => 1:4: expected a key of plain text, got a list, a mapping or an alias; write \"key: value\"",
        "*a : 2 => 1:1: expected a key of plain text, got a list, a mapping or an alias; write \"key: value\"",
        "a: [1, 2 => 1:9: expected \",\" or \"]\", got something else;"
            + " close the bracket that is opened at 1:4",
        "a: {b: 2 => 1:9: expected \",\" or \"}\", got something else;"
            + " close the bracket that is opened at 1:4",
        "a: \"b => 1:4: expected a closing quote, got the end of the file;"
            + " close the quote that is opened here",
        "a: \"line 9, column 9: <block end> => 1:4: expected a closing quote,"
            + " got the end of the file; close the quote that is opened here",
        "a: b: c => 1:5: expected one \"key: value\" per line, got another \":\";"
            + " check the indentation, and put text that contains \": \" into quotes",
        "a: @b => 1:4: expected a value, got \"@\"; put the text into quotes",
        "a: 1|b => 2:1: expected a key with a value, got text without \":\";"
            + " check the indentation, or write \"key: value\"",
        "a:|    b: 1|  c: 2 => 3:3: expected another indentation, got this one;"
            + " indent it like the lines that it belongs to",
        "a: [1, , 2] => 1:8: expected YAML, got something else"
            + " (expected the node content, but found ','); check quotes, brackets and indentation"
            + " here",
      })
  void notAScenario_ofAnyKind_isOneProblemWithItsPlace(String yaml, String problem) {
    parseLoosely(yaml.equals("''") ? "" : yaml.replace('|', '\n'));

    assertThat(problems.toString()).isEqualTo("x.yaml:" + problem);
  }

  @Test
  void randomDamage_neverThrows() {
    String good =
        """
        hebe: 1
        name: "a b"
        list:
          - {a: 1, b: [x, 'y']}
          - c: |
              text
            d: >
              more
        ? e
        : f
        """;
    String alphabet = "\t\n :-,[]{}#&*!|>'\"%@`?\\x0~<=";
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(good);
      for (int k = random.nextInt(4); k >= 0; k--) {
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        int at = random.nextInt(text.length());
        text.replace(at, at + random.nextInt(3), String.valueOf(c));
      }
      Problems found = new Problems();
      Optional<MapNode> tree = YamlTree.parse(new SourceFile("x", text.toString()), found);
      assertThat(tree.isPresent() || !found.isEmpty()).as(text.toString()).isTrue();
    }
  }

  private MapNode parse(String yaml) {
    return YamlTree.parse(new SourceFile("x.yaml", yaml), problems).orElseThrow();
  }

  private void parseLoosely(String yaml) {
    assertThat(YamlTree.parse(new SourceFile("x.yaml", yaml), problems)).isEmpty();
  }

  private void assertProblems(String yaml, String... expected) {
    YamlTree.parse(new SourceFile("x.yaml", yaml), problems);
    assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
  }
}
