package hebe.scenarios.read;

import hebe.scenarios.read.Node.Entry;
import hebe.scenarios.read.Node.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping with declared keys, and what is made of their values.
 *
 * <p>All keys are read, also behind a problem; the factory runs when every key has a value. An
 * IllegalArgumentException of the factory, as records throw for values out of range, becomes a
 * problem at the mapping.
 *
 * @param name what it describes, in the singular; also the heading in the reference
 * @param doc one sentence about it
 * @param factory makes the value; empty if it reported a problem
 * @param keys in the order of the reference
 * @param alternatives groups of optional keys of which exactly one must be there
 */
public record Mapping<T>(
    String name,
    String doc,
    Function<Values, Optional<T>> factory,
    List<Key<?>> keys,
    List<List<Key<?>>> alternatives)
    implements Type<T> {
  private static final int MOST_KEYS_LISTED = 15;

  public Mapping {
    keys = List.copyOf(keys);
    alternatives = List.copyOf(alternatives);
  }

  /** A mapping whose factory gives a value or throws an IllegalArgumentException. */
  public static <T> Mapping<T> of(
      String name, String doc, Function<Values, T> factory, Key<?>... keys) {
    return checked(name, doc, values -> Optional.of(factory.apply(values)), keys);
  }

  /** A mapping whose factory reports problems itself, with {@link Values#refuse}. */
  public static <T> Mapping<T> checked(
      String name, String doc, Function<Values, Optional<T>> factory, Key<?>... keys) {
    return new Mapping<>(name, doc, factory, List.of(keys), List.of());
  }

  /** Of these optional keys exactly one must be there. */
  public Mapping<T> exactlyOneOf(Key<?>... group) {
    List<List<Key<?>>> all = new ArrayList<>(alternatives);
    all.add(List.of(group));
    return new Mapping<>(name, doc, factory, keys, all);
  }

  @Override
  public Optional<T> read(Node node, Problems problems) {
    if (!(node instanceof MapNode map)) {
      refuse(node, problems);
      return Optional.empty();
    }
    refuseUnknown(map, problems);
    Values values = new Values(map.place(), problems);
    boolean complete = true;
    for (Key<?> key : keys) {
      complete &= readKey(key, map, values, problems);
    }
    for (List<Key<?>> group : alternatives) {
      complete &= hasOne(group, map, problems);
    }
    return complete
        ? Refusal.guard(map.place(), problems, () -> factory.apply(values))
        : Optional.empty();
  }

  private void refuseUnknown(MapNode map, Problems problems) {
    List<String> known = keys.stream().map(Key::name).toList();
    String expected =
        known.size() > MOST_KEYS_LISTED
            ? "a key of " + Words.article(name)
            : "one of the keys " + String.join(", ", known);
    for (Entry entry : map.entries()) {
      if (!known.contains(entry.key())) {
        List<String> near = Words.nearest(entry.key(), known);
        String cure =
            near.isEmpty()
                ? "remove it"
                : "did you mean " + Words.or(near.stream().map(Words::quoted).toList()) + "?";
        problems.add(entry.keyPlace(), expected, Words.quoted(entry.key()), cure);
      }
    }
  }

  private <K> boolean readKey(Key<K> key, MapNode map, Values values, Problems problems) {
    Optional<Node> node = map.entry(key.name()).map(Entry::value);
    Optional<K> value = node.isPresent() ? key.bind(node.get(), problems) : key.ifAbsent();
    value.ifPresent(v -> values.put(key, v, node.map(Node::place)));
    if (node.isEmpty() && value.isEmpty()) {
      String expected = "the key \"" + key.name() + "\"";
      problems.add(map.place(), expected, "none", "add for example \"" + key.example() + "\"");
    }
    return value.isPresent();
  }

  private static boolean hasOne(List<Key<?>> group, MapNode map, Problems problems) {
    List<String> names = group.stream().map(Key::name).toList();
    List<String> present = names.stream().filter(n -> map.entry(n).isPresent()).toList();
    if (present.size() == 1) {
      return true;
    }
    String cure =
        present.isEmpty()
            ? "add for example \"" + group.get(0).example() + "\""
            : "keep one of them";
    String got = present.isEmpty() ? "none" : String.join(" and ", present);
    problems.add(map.place(), "one of the keys " + Words.or(names), got, cure);
    return false;
  }

  @Override
  public boolean accepts(Node node) {
    return node instanceof MapNode;
  }

  @Override
  public String expected() {
    return Words.article(name) + " (a mapping)";
  }

  @Override
  public String example() {
    List<String> shown =
        keys.stream()
            .filter(k -> isRequired(k) || alternatives.stream().anyMatch(g -> g.get(0) == k))
            .map(Key::example)
            .toList();
    return "{" + String.join(", ", shown) + "}";
  }

  private static boolean isRequired(Key<?> key) {
    return key.ifAbsent().isEmpty();
  }

  @Override
  public String summary() {
    return keys.isEmpty() ? "`{}`" : ReferenceDoc.link(name);
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    List<String> header = List.of("key", "value", "if left out", "meaning");
    if (!keys.isEmpty()
        && reference.section(name, doc, path, header, keys.stream().map(this::row).toList())) {
      keys.forEach(k -> k.type().document(reference, ReferenceDoc.join(path, k.name())));
    }
  }

  private List<String> row(Key<?> key) {
    Optional<List<Key<?>>> group = alternatives.stream().filter(g -> g.contains(key)).findFirst();
    String absence =
        group
            .map(g -> "one of " + Words.or(g.stream().map(Key::name).toList()))
            .orElse(key.absence());
    return List.of("`" + key.name() + "`", key.type().summary(), absence, key.doc());
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    return definitions.define(name, this, this::definition);
  }

  private ObjectNode definition(JsonSchema definitions) {
    ObjectNode schema = JsonSchema.object().put("description", doc).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Key<?> key : keys) {
      ObjectNode value = key.type().schema(definitions).put("description", key.doc());
      key.defaultNode().ifPresent(node -> value.set("default", JsonSchema.json(node)));
      properties.set(key.name(), value);
    }
    schema.put("additionalProperties", false);
    ArrayNode required = schema.putArray("required");
    keys.stream().filter(Mapping::isRequired).forEach(key -> required.add(key.name()));
    ArrayNode allOf = alternatives.isEmpty() ? required : schema.putArray("allOf");
    for (List<Key<?>> group : alternatives) {
      ArrayNode oneOf = allOf.addObject().putArray("oneOf");
      group.forEach(key -> oneOf.addObject().putArray("required").add(key.name()));
    }
    return schema;
  }
}
