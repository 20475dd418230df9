package hebe.scenarios.read;

import hebe.scenarios.read.Node.Entry;
import hebe.scenarios.read.Node.ListNode;
import hebe.scenarios.read.Node.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of values of one type.
 *
 * @param notEmpty whether an empty list is a problem
 * @param unique what no two items may have in common
 */
public record ListType<T>(Type<T> item, boolean notEmpty, List<Unique<T>> unique)
    implements Type<List<T>> {

  /**
   * Something that no two items may have in common.
   *
   * @param key the key that it stands at, where items are mappings
   */
  public record Unique<T>(String key, Function<? super T, String> value) {}

  public ListType {
    unique = List.copyOf(unique);
  }

  /** Refuses the empty list. */
  public ListType<T> required() {
    return new ListType<>(item, true, unique);
  }

  /** Refuses items that agree in something, for example in their names. */
  public ListType<T> uniqueBy(String key, Function<? super T, String> value) {
    List<Unique<T>> all = new ArrayList<>(unique);
    all.add(new Unique<>(key, value));
    return new ListType<>(item, notEmpty, all);
  }

  @Override
  public Optional<List<T>> read(Node node, Problems problems) {
    if (!(node instanceof ListNode list)) {
      String cure = "write for example \"" + example() + "\"";
      problems.add(node.place(), expected(), node.shown(), cure);
      return Optional.empty();
    }
    if (notEmpty && list.items().isEmpty()) {
      problems.add(node.place(), expected(), "an empty one", "add for example " + quotedItem());
    }
    List<Optional<T>> values = list.items().stream().map(n -> item.bind(n, problems)).toList();
    unique.forEach(rule -> check(rule, list, values, problems));
    boolean whole = values.stream().allMatch(Optional::isPresent);
    boolean filled = !notEmpty || !values.isEmpty();
    return whole && filled
        ? Optional.of(values.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private void check(Unique<T> rule, ListNode list, List<Optional<T>> values, Problems problems) {
    Map<String, Place> seen = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      Place place = place(rule, list.items().get(i));
      Optional<String> name = values.get(i).map(rule.value());
      Optional<Place> first = name.map(word -> seen.putIfAbsent(word, place));
      first.ifPresent(
          earlier -> {
            String got = "another " + name.map(Words::quoted).orElse("") + at(earlier);
            String cure = "give it another " + rule.key();
            problems.add(place, "each " + rule.key() + " once", got, cure);
          });
    }
  }

  private static String at(Place earlier) {
    return earlier.position().map(p -> " (the first is at " + p + ")").orElse("");
  }

  private static <T> Place place(Unique<T> rule, Node node) {
    Optional<Node> part =
        node instanceof MapNode map ? map.entry(rule.key()).map(Entry::value) : Optional.empty();
    return part.orElse(node).place();
  }

  private String quotedItem() {
    return "\"- " + item.example() + "\"";
  }

  @Override
  public boolean accepts(Node node) {
    return node instanceof ListNode;
  }

  @Override
  public String expected() {
    return notEmpty ? "a list that is not empty" : "a list";
  }

  @Override
  public String example() {
    return "[" + item.example() + "]";
  }

  @Override
  public String summary() {
    return "list of " + item.summary() + (notEmpty ? ", not empty" : "");
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    item.document(reference, path + "[]");
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    ObjectNode schema = JsonSchema.object().put("type", "array");
    schema.set("items", item.schema(definitions));
    return notEmpty ? schema.put("minItems", 1) : schema;
  }
}
