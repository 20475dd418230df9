package hebe.scenarios.read;

import hebe.scenarios.read.Node.Entry;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Node.ScalarNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping from keys that the user chooses to values of one type; keeps their order.
 *
 * @param key the type of the keys
 * @param value the type of the values
 */
public record MapType<T>(Type<String> key, Type<T> value) implements Type<Map<String, T>> {

  @Override
  public Optional<Map<String, T>> read(Node node, Problems problems) {
    if (!(node instanceof MapNode map)) {
      refuse(node, problems);
      return Optional.empty();
    }
    Map<String, T> values = new LinkedHashMap<>();
    for (Entry entry : map.entries()) {
      ScalarNode word = new ScalarNode(entry.keyPlace(), entry.key(), Node.Kind.TEXT);
      Optional<String> name = key.bind(word, problems);
      Optional<T> bound = value.bind(entry.value(), problems);
      name.ifPresent(n -> bound.ifPresent(v -> values.put(n, v)));
    }
    return values.size() == map.entries().size()
        ? Optional.of(Collections.unmodifiableMap(values))
        : Optional.empty();
  }

  @Override
  public boolean accepts(Node node) {
    return node instanceof MapNode;
  }

  @Override
  public String expected() {
    return key.summary() + "s with values";
  }

  @Override
  public String example() {
    return "{" + key.example() + ": " + value.example() + "}";
  }

  @Override
  public String summary() {
    return key.summary() + "s of your choice, each with: " + value.summary();
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    value.document(reference, path + ".*");
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    ObjectNode schema = JsonSchema.object().put("type", "object");
    schema.set("propertyNames", key.schema(definitions));
    schema.set("additionalProperties", value.schema(definitions));
    return schema;
  }
}
