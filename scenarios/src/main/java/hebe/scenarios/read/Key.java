package hebe.scenarios.read;

import java.util.Optional;

/**
 * A key of a {@link Mapping}.
 *
 * @param <T> what the factory of the mapping gets for it
 */
public final class Key<T> {
  private final String name;
  private final String doc;
  private final Type<?> type;
  private final Binder<T> binder;
  private final Absence<T> absence;

  private Key(String name, String doc, Type<?> type, Binder<T> binder, Absence<T> absence) {
    this.name = name;
    this.doc = doc;
    this.type = type;
    this.binder = binder;
    this.absence = absence;
  }

  /**
   * A key that must be there.
   *
   * @param doc one sentence for the reference
   */
  public static <T> Key<T> required(String name, String doc, Type<T> type) {
    Absence<T> absence = new Absence<>("required", Optional.empty(), Optional.empty());
    return new Key<>(name, doc, type, type::bind, absence);
  }

  /**
   * A key with a default.
   *
   * @param yaml the default as one would write it in the file
   * @throws IllegalArgumentException if the default is not of the type
   */
  public static <T> Key<T> defaulted(String name, String doc, Type<T> type, String yaml) {
    Problems problems = new Problems();
    Optional<Node> node = YamlTree.parseValue(new SourceFile("default", yaml), problems);
    Optional<T> value = node.flatMap(n -> type.bind(n, problems));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + problems);
    }
    return new Key<>(
        name, doc, type, type::bind, new Absence<>("default `" + yaml + "`", value, node));
  }

  /** A key that may be left out. */
  public static <T> Key<Optional<T>> optional(String name, String doc, Type<T> type) {
    return optional(name, doc, type, "optional");
  }

  /**
   * A key that may be left out.
   *
   * @param otherwise what then happens, for the reference: {@code from the hardware}
   */
  public static <T> Key<Optional<T>> optional(
      String name, String doc, Type<T> type, String otherwise) {
    Absence<Optional<T>> absence =
        new Absence<>(otherwise, Optional.of(Optional.empty()), Optional.empty());
    Type<Optional<T>> given = type.map(Optional::of);
    return new Key<>(name, doc, type, given::bind, absence);
  }

  /** The key in the file. */
  public String name() {
    return name;
  }

  /** One sentence about it. */
  public String doc() {
    return doc;
  }

  /** What stands at it in the file. */
  public Type<?> type() {
    return type;
  }

  Optional<T> bind(Node node, Problems problems) {
    return binder.bind(node, problems);
  }

  /** The value when the key is not there; empty if it must be there. */
  Optional<T> ifAbsent() {
    return absence.value();
  }

  /** What the reference says when the key is not there. */
  String absence() {
    return absence.wording();
  }

  /** The default as it would stand in the file. */
  Optional<Node> defaultNode() {
    return absence.node();
  }

  /** The key with a value as one writes them. */
  String example() {
    return name + ": " + type.example();
  }

  /** Reads the value of a key. */
  @FunctionalInterface
  private interface Binder<T> {
    Optional<T> bind(Node node, Problems problems);
  }

  /** What holds when the key is not there. */
  private record Absence<T>(String wording, Optional<T> value, Optional<Node> node) {}
}
