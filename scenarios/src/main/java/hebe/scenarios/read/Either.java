package hebe.scenarios.read;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One of several types: the first that a node looks like. */
record Either<T>(List<Type<? extends T>> types) implements Type<T> {

  @Override
  public Optional<T> read(Node node, Problems problems) {
    for (Type<? extends T> type : types) {
      if (type.accepts(node)) {
        return type.bind(node, problems).map(value -> value);
      }
    }
    refuse(node, problems);
    return Optional.empty();
  }

  @Override
  public boolean accepts(Node node) {
    return types.stream().anyMatch(type -> type.accepts(node));
  }

  @Override
  public String expected() {
    return Words.or(types.stream().map(Type::expected).toList());
  }

  @Override
  public String example() {
    return types.get(0).example();
  }

  @Override
  public String summary() {
    return Words.or(types.stream().map(Type::summary).toList());
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    types.forEach(type -> type.document(reference, path));
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    ObjectNode schema = JsonSchema.object();
    ArrayNode anyOf = schema.putArray("anyOf");
    types.forEach(type -> anyOf.add(type.schema(definitions)));
    return schema;
  }
}
