package hebe.scenarios.read;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A type whose values know their places. */
record LocatedType<T>(Type<T> type) implements Type<Located<T>> {

  @Override
  public Optional<Located<T>> read(Node node, Problems problems) {
    return type.bind(node, problems).map(value -> new Located<>(value, node.place()));
  }

  @Override
  public boolean accepts(Node node) {
    return type.accepts(node);
  }

  @Override
  public String expected() {
    return type.expected();
  }

  @Override
  public String example() {
    return type.example();
  }

  @Override
  public String summary() {
    return type.summary();
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    type.document(reference, path);
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    return type.schema(definitions);
  }
}
