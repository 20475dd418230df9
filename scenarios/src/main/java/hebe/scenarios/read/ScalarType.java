package hebe.scenarios.read;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ScalarNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** A single value: a text, a number, a quantity, a word. */
record ScalarType<T>(
    Wording wording, Predicate<ScalarNode> likely, Reader<T> reader, Supplier<ObjectNode> json)
    implements Type<T> {

  /** How problems and the reference page speak of it. */
  record Wording(String expected, String example, String summary) {}

  /** Reads a value that is not empty; adds a problem or gives a value. */
  @FunctionalInterface
  interface Reader<T> {
    Optional<T> read(ScalarNode node, Problems problems);
  }

  @Override
  public Optional<T> read(Node node, Problems problems) {
    if (node instanceof ScalarNode scalar && scalar.kind() != Kind.EMPTY) {
      return reader.read(scalar, problems);
    }
    refuse(node, problems);
    return Optional.empty();
  }

  @Override
  public boolean accepts(Node node) {
    return node instanceof ScalarNode scalar && likely.test(scalar);
  }

  @Override
  public String expected() {
    return wording.expected();
  }

  @Override
  public String example() {
    return wording.example();
  }

  @Override
  public String summary() {
    return wording.summary();
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    // A scalar has no section of its own.
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    return json.get();
  }
}
