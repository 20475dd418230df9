package hebe.scenarios.read;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ListNode;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Node.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the JSON Schema (draft 2020-12) of a declared type, for completion and marks in editors.
 *
 * <p>The schema accepts whatever the reader accepts. The reader is stricter: it knows bounds of
 * quantities, names that must differ, and what records refuse.
 */
public final class JsonSchema {
  private final Map<String, Definition> definitions = new LinkedHashMap<>();

  private JsonSchema() {}

  /** The schema of a file; the same characters for the same declarations. */
  public static String of(String title, Mapping<?> top) {
    JsonSchema writer = new JsonSchema();
    ObjectNode schema =
        object().put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
    schema.setAll(top.schema(writer));
    ObjectNode named = schema.putObject("$defs");
    writer.definitions.forEach((name, definition) -> named.set(name, definition.schema()));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(schema) + "\n";
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * A reference to the definition of a named type, which is written once.
   *
   * @throws IllegalStateException if another type has the name
   */
  ObjectNode define(String name, Type<?> type, Function<JsonSchema, ObjectNode> schema) {
    Definition known = definitions.get(name);
    if (known == null) {
      ObjectNode body = object();
      definitions.put(name, new Definition(type, body));
      body.setAll(schema.apply(this));
    } else if (known.type() != type && !known.schema().equals(schema.apply(this))) {
      throw new IllegalStateException("two types are named " + name);
    }
    return object().put("$ref", "#/$defs/" + name.replace(" ", "%20"));
  }

  /** The JSON value that a YAML node stands for. */
  static JsonNode json(Node node) {
    if (node instanceof MapNode map) {
      ObjectNode object = object();
      map.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
      return object;
    }
    if (node instanceof ListNode list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return node instanceof ScalarNode scalar ? json(scalar) : JsonNodeFactory.instance.nullNode();
  }

  private static JsonNode json(ScalarNode scalar) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (scalar.kind() == Kind.NUMBER) {
      return Amount.parse(scalar.text())
          .<JsonNode>map(factory::numberNode)
          .orElse(factory.stringNode(scalar.text()));
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> factory.booleanNode(scalar.text().equalsIgnoreCase("true"));
      case EMPTY -> factory.nullNode();
      default -> factory.stringNode(scalar.text());
    };
  }

  private record Definition(Type<?> type, ObjectNode schema) {}
}
