package hebe.scenarios.read;

import java.util.List;
import java.util.function.Function;

/** The types that declarations are made of. Numbers inside Hebe are in SI units. */
public final class Types {
  private Types() {}

  /** A text that is not blank. */
  public static Type<String> text() {
    return Texts.text();
  }

  /** A name: letters, digits, {@code . _ -}; begins with a letter or a digit. */
  public static Type<String> identifier() {
    return Texts.identifier();
  }

  /** {@code true} or {@code false}. */
  public static Type<Boolean> flag() {
    return Texts.flag();
  }

  /**
   * One of a few words.
   *
   * @param noun what the words name: {@code execution mode}
   * @param word the word of a choice
   */
  public static <T> Type<T> choice(String noun, List<T> choices, Function<T, String> word) {
    return Texts.choice(noun, choices, word, List.of());
  }

  /**
   * One of a few words, where a mapping or a number may stand too.
   *
   * @param noun what all of them are
   * @param word the word of a choice
   * @param forms the others as one writes them, for problems: {@code {restart: 10 min}}
   */
  public static <T> Type<T> choice(
      String noun, List<T> choices, Function<T, String> word, List<String> forms) {
    return Texts.choice(noun, choices, word, forms);
  }

  /**
   * The name of something that the file may add to: one of those known, which a JSON Schema cannot
   * list.
   *
   * @param noun what the names stand for: {@code workload}
   */
  public static Type<String> reference(String noun, List<String> known) {
    return Texts.reference(noun, known);
  }

  /** A whole number, both bounds included. */
  public static Type<Integer> integer(int low, int high) {
    return Numbers.whole(low, high).map(Math::toIntExact);
  }

  /** A whole number of 64 bits, both bounds included. */
  public static Type<Long> wholeNumber(long low, long high) {
    return Numbers.whole(low, high);
  }

  /** A number without a unit. */
  public static Type<Double> number(Bounds bounds) {
    return Numbers.number(bounds);
  }

  /** A number with a unit. Bounds are in the unit of the dimension. */
  public static Type<Quantity> quantity(Dimension dimension, Bounds bounds) {
    return Numbers.quantity(dimension, bounds);
  }

  /** A duration above 0, in seconds. */
  public static Type<Double> durationSeconds() {
    return durationSeconds(Bounds.positive());
  }

  /** A duration in seconds. */
  public static Type<Double> durationSeconds(Bounds bounds) {
    return quantity(Dimension.DURATION, bounds).map(Quantity::value);
  }

  /** An amount of memory above 0, in whole bytes. */
  public static Type<Long> memoryBytes() {
    return quantity(Dimension.MEMORY, Bounds.positive()).map(Numbers::wholeBytes);
  }

  /** A frequency above 0, in hertz. */
  public static Type<Double> frequencyHertz() {
    return quantity(Dimension.FREQUENCY, Bounds.positive()).map(Quantity::value);
  }

  /** A rate in events per second. */
  public static Type<Double> ratePerSecond(Bounds bounds) {
    return quantity(Dimension.RATE, bounds).map(Quantity::value);
  }

  /** A share from 0 % to 100 %, as a number in [0, 1]. */
  public static Type<Double> share() {
    return share(Bounds.closed(0, 1));
  }

  /** A share written in percent, as a number where 1 is the whole. */
  public static Type<Double> share(Bounds bounds) {
    return quantity(Dimension.SHARE, bounds).map(Quantity::value);
  }

  /** A data rate above 0, in bytes per second. */
  public static Type<Double> bytesPerSecond() {
    return quantity(Dimension.DATA_RATE, Bounds.positive()).map(Quantity::value);
  }

  /** A time per amount of memory, at least 0, in seconds per byte. */
  public static Type<Double> secondsPerByte() {
    return quantity(Dimension.TIME_PER_MEMORY, Bounds.notNegative()).map(Quantity::value);
  }

  /** A number of processor cycles. */
  public static Type<Double> cycles(Bounds bounds) {
    return quantity(Dimension.CYCLES, bounds).map(Quantity::value);
  }

  /** A list, possibly empty. */
  public static <T> ListType<T> listOf(Type<T> item) {
    return new ListType<>(item, false, List.of());
  }

  /** A mapping from names that the user chooses; keeps their order. */
  public static <T> MapType<T> mapOf(Type<T> value) {
    return mapOf(identifier(), value);
  }

  /** A mapping from keys of a type; keeps their order. */
  public static <T> MapType<T> mapOf(Type<String> key, Type<T> value) {
    return new MapType<>(key, value);
  }

  /** A path to a value of the same file: see {@link TreePath}. */
  public static Type<String> path() {
    return Texts.path();
  }

  /** A number with or without a unit, to be put at another place of the file. */
  public static Type<SweptNumber> sweptNumber() {
    return Numbers.swept();
  }

  /** The first of two types that a node looks like; a word looks like every choice of words. */
  public static <T> Type<T> firstOf(Type<? extends T> first, Type<? extends T> second) {
    return new Either<>(List.of(first, second));
  }
}
