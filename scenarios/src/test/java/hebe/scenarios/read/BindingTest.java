package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
  private static final String KEYS = "name, mode, guests, limits, shape, traced, title";
  private final Problems problems = new Problems();

  @Test
  void file_withEveryKey_isBound() {
    Optional<Example.File> file =
        read(
            """
            name: web.1
            title: "Two guests"
            mode: {based-on: native}
            guests:
              - {name: a, count: 1e1, memory: 1.5 GiB, service: jboss, repair: 2 h}
              - name: b
            limits: {jboss: 99.9 %}
            shape: 0.7
            traced: true
            """);

    Place service = new Place("x.yaml", Optional.of(new Position(5, 53)), "guests[0].service");
    assertThat(problems.toString()).isEmpty();
    assertThat(file)
        .contains(
            new Example.File(
                "web.1",
                Example.Mode.NATIVE,
                List.of(
                    // 1.5 GiB is 1.5 * 2^30 = 1610612736 bytes.
                    new Example.Guest(
                        "a",
                        10,
                        Optional.of(1_610_612_736L),
                        Optional.of(new Located<>("jboss", service)),
                        new Deterministic(7200)),
                    new Example.Guest(
                        "b", 1, Optional.empty(), Optional.empty(), new Exponential(3600))),
                Map.of("jboss", 0.999),
                Optional.of(0.7),
                true,
                Optional.of("Two guests")));
  }

  @Test
  void manyMistakes_areReportedAtOnce_inTheOrderOfTheFile() {
    assertProblems(
        """
        nmae: web
        mode: natve
        guests:
          - {name: a, count: 11.5, memory: 9000}
          - {name: a, colour: red, repair: {exponental: {mean: 3 h}}}
        shape: -1
        """,
        "x.yaml:1:1: expected the key \"name\", got none; add for example \"name: web-1\"",
        "x.yaml:1:1 nmae: expected one of the keys "
            + KEYS
            + ", got \"nmae\"; did you mean"
            + " \"name\"?",
        "x.yaml:2:7 mode: expected a mode, got \"natve\"; did you mean \"native\"?",
        "x.yaml:4:22 guests[0].count: expected a whole number from 1 to 1000, got 11.5;"
            + " write for example \"1\"",
        "x.yaml:4:36 guests[0].memory: expected an amount of memory with a unit, got 9000;"
            + " write for example \"1 GiB\"",
        "x.yaml:5:15 guests[1].colour: expected one of the keys name, count, memory, service,"
            + " repair, got \"colour\"; remove it",
        "x.yaml:5:37 guests[1].repair.exponental: expected a delay law, got \"exponental\";"
            + " did you mean \"exponential\"?",
        "x.yaml:6:8 shape: expected a number above 0 and below 10, got -1;"
            + " write for example \"1\"");
  }

  @Test
  void duplicateName_isReportedAtTheSecond() {
    assertProblems(
        good("guests: [{name: a}, {name: b}, {name: a}]"),
        "x.yaml:3:39 guests[2].name: expected each name once, got another \"a\""
            + " (the first is at 3:17); give it another name");
  }

  @Test
  void referenceToNothing_canBeReportedAtItsPlace() {
    Example.File file = read(good("guests: [{name: a, service: jbos}]")).orElseThrow();
    List<String> services = List.of("jboss");

    file.guests().stream()
        .flatMap(guest -> guest.service().stream())
        .filter(service -> !services.contains(service.value()))
        .forEach(
            service ->
                problems.add(
                    service.place(),
                    "the name of a service",
                    Words.quoted(service.value()),
                    Words.cure(service.value(), services)));

    assertThat(problems.toString())
        .isEqualTo(
            "x.yaml:3:29 guests[0].service: expected the name of a service, got \"jbos\";"
                + " did you mean \"jboss\"?");
  }

  @Test
  void emptyList_whereOneIsDue_isReported() {
    assertProblems(
        good("guests: []"),
        "x.yaml:3:9 guests: expected a list that is not empty, got an empty one;"
            + " add for example \"- {name: web-1}\"");
  }

  @Test
  void record_thatRefusesItsValues_isReportedAtItsMapping() {
    assertProblems(
        good("guests: [{name: root}]"),
        "x.yaml:3:10 guests[0]: expected that a guest has a name of its own, got root;"
            + " change the values here");
  }

  @Test
  void amountOfMemory_thatDividesAByte_isReported() {
    assertProblems(
        good("guests: [{name: a, memory: 1.5 B}]"),
        "x.yaml:3:28 guests[0].memory: expected an amount of memory in whole bytes, got \"1.5 B\";"
            + " change the values here");
  }

  @Test
  void refusedAlias_isReportedOnce_besideOtherProblems() {
    assertProblems(
        "name: &n web\nmode: native\nguests: [{name: *n, count: 0}]\n",
        "x.yaml:1:7 name: expected a value, got an anchor (&); write the value out where it is"
            + " needed",
        "x.yaml:3:17 guests[0].name: expected a value, got an alias (*); write the value out",
        "x.yaml:3:28 guests[0].count: expected a whole number from 1 to 1000, got 0;"
            + " write for example \"1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "guests: 5 => 3:9 guests: expected a list that is not empty, got 5;"
            + " write for example \"[{name: web-1}]\"",
        "guests: => 3:8 guests: expected a list that is not empty, got nothing;"
            + " write for example \"[{name: web-1}]\"",
        "guests: [a] => 3:10 guests[0]: expected a guest (a mapping), got \"a\";"
            + " write for example \"{name: web-1}\"",
        "guests: [{name: [a]}] => 3:17 guests[0].name: expected a name, got a list;"
            + " write for example \"web-1\"",
        "guests: [{name: 2007}] => 3:17 guests[0].name:"
            + " expected a name of letters, digits, \".\", \"_\", \"-\", got 2007;"
            + " put it into quotes: \"2007\"",
        "guests: [{name: a b}] => 3:17 guests[0].name:"
            + " expected a name of letters, digits, \".\", \"_\", \"-\", got \"a b\";"
            + " write for example \"web-1\"",
        "guests: [{name: }] => 3:16 guests[0].name: expected a name, got nothing;"
            + " write for example \"web-1\"",
        "guests: [{name: a, count: \"3\"}] => 3:27 guests[0].count:"
            + " expected a whole number from 1 to 1000, got \"3\"; remove the quotes",
        "guests: [{name: a, count: 1_000}] => 3:27 guests[0].count:"
            + " expected a whole number from 1 to 1000, got \"1_000\";"
            + " write no thousands separators, and a point for decimals",
        "guests: [{name: a, count: 99999999999999999999}] => 3:27 guests[0].count:"
            + " expected a whole number from 1 to 1000, got 99999999999999999999;"
            + " write for example \"1\"",
        "guests: [{name: a, repair: 3 GHz}] => 3:28 guests[0].repair:"
            + " expected a duration with a unit, got \"3 GHz\", a frequency;"
            + " write for example \"9000 h\"",
        "guests: [{name: a, repair: often}] => 3:28 guests[0].repair:"
            + " expected a delay law or a duration with a unit, got \"often\";"
            + " write for example \"{exponential: {mean: 9000 h}}\"",
        "guests: [{name: a}]!limits: {a b: 90 %} => 4:10 limits[\"a b\"]:"
            + " expected a name of letters, digits, \".\", \"_\", \"-\", got \"a b\";"
            + " write for example \"web-1\"",
        "guests: [{name: a}]!limits: {a: 0.9} => 4:13 limits.a:"
            + " expected a share with a unit, got 0.9; write for example \"95 %\"",
        "guests: [{name: a}]!limits: [] => 4:9 limits: expected names with values, got a list;"
            + " write for example \"{web-1: 95 %}\"",
        "guests: [{name: a}]!traced: yes => 4:9 traced: expected true or false, got \"yes\";"
            + " write \"true\" or \"false\"",
        "guests: [{name: a}]!title: \" \" => 4:8 title: expected a text, got \" \";"
            + " write for example \"some text\"",
        "guests: [{name: a}]!shape: .nan => 4:8 shape: expected a number above 0 and below 10,"
            + " got .nan; write for example \"1\"",
        "guests: [{name: a}]!shape: 1e999 => 4:8 shape: expected a number above 0 and below 10,"
            + " got 1e999; write for example \"1\""
      })
  void wrongValue_ofAnyKind_isOneProblem(String lines, String problem) {
    assertProblems(good(lines.replace('!', '\n')), "x.yaml:" + problem);
  }

  @Test
  void choice_betweenWordAndMapping_takesProblemsFromTheOneMeant() {
    assertProblems(
        "name: a\nmode: {based-on: xen}\nguests: [{name: a}]\n",
        "x.yaml:2:18 mode.based-on: expected a mode, got \"xen\"; write one of xen-pv, native");
  }

  @Test
  void alternatives_bothOrNone_areReported() {
    String both = "guests: [{name: a, repair: {exponential: {mean: 1 h, rate: 1 /h}}}]";
    assertProblems(
        good(both),
        "x.yaml:3:42 guests[0].repair.exponential: expected one of the keys mean or rate,"
            + " got mean and rate; keep one of them");
    Problems none = new Problems();
    parse(good("guests: [{name: a, repair: {exponential: {}}}]"), none);
    assertThat(none.toString())
        .isEqualTo(
            "x.yaml:3:42 guests[0].repair.exponential: expected one of the keys mean or rate,"
                + " got none; add for example \"mean: 9000 h\"");
  }

  @Test
  void default_thatIsNotOfItsType_isABugThatShowsAtOnce() {
    assertThatThrownBy(() -> Key.defaulted("every", "Period.", Types.durationSeconds(), "4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every: default:1:1: expected a duration with a unit, got 4");
  }

  @Test
  void factory_thatReportsAProblem_pointsAtTheKey() {
    Key<Integer> low = Key.required("low", "Least.", Types.integer(0, 9));
    Key<Integer> high = Key.defaulted("high", "Most.", Types.integer(0, 9), "3");
    Mapping<Integer> range =
        Mapping.checked(
            "range",
            "A range.",
            v ->
                v.get(low) <= v.get(high)
                    ? Optional.of(v.get(high) - v.get(low))
                    : v.refuse(low, "at most high", "" + v.get(low), "lower it"),
            low,
            high);

    assertThat(bind(range, "low: 1")).contains(2);
    assertThat(bind(range, "{high: 5, low: 7}")).isEmpty();
    assertThat(problems.toString())
        .isEqualTo("x.yaml:1:16 low: expected at most high, got 7; lower it");
  }

  @Test
  void key_ofAnotherMapping_isABug() {
    Mapping<String> mapping = Mapping.of("thing", "A thing.", v -> v.get(Example.NAME));

    assertThatThrownBy(() -> bind(mapping, "{}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the mapping has no key name");
  }

  @Test
  void examples_ofEveryType_areReadByTheirTypes() {
    Stream<Type<?>> types =
        Stream.of(
            Example.file(),
            Laws.delayLaw(),
            Types.frequencyHertz(),
            Types.ratePerSecond(Bounds.positive()),
            Types.bytesPerSecond(),
            Types.secondsPerByte(),
            Types.cycles(Bounds.positive()),
            Types.wholeNumber(-5, 5));

    types.forEach(type -> assertThat(bind(type, type.example())).as(type.example()).isPresent());
    assertThat(problems.toString()).isEmpty();
  }

  private static String good(String rest) {
    return "name: web\nmode: native\n" + rest + "\n";
  }

  private <T> Optional<T> bind(Type<T> type, String yaml) {
    return YamlTree.parseValue(new SourceFile("x.yaml", yaml), problems)
        .flatMap(node -> type.bind(node, problems));
  }

  private Optional<Example.File> read(String yaml) {
    return parse(yaml, problems);
  }

  private static Optional<Example.File> parse(String yaml, Problems problems) {
    return YamlTree.parse(new SourceFile("x.yaml", yaml), problems)
        .flatMap(node -> Example.file().bind(node, problems));
  }

  private void assertProblems(String yaml, String... expected) {
    read(yaml);
    assertThat(problems.list()).extracting(Problem::toString).containsExactly(expected);
  }
}
