package hebe.scenarios.read;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** A type whose values are made from those of another. */
record Derived<S, T>(Type<S> type, Function<? super S, ? extends T> function) implements Type<T> {

  @Override
  public Optional<T> read(Node node, Problems problems) {
    return type.bind(node, problems)
        .flatMap(s -> Refusal.guard(node.place(), problems, () -> Optional.of(function.apply(s))));
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
