package hebe.scenarios.read;

import hebe.scenarios.read.Node.Entry;
import hebe.scenarios.read.Node.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A closed choice: a mapping with exactly one key, which names the variant, as in {@code
 * exponential: {mean: 30 days}}.
 *
 * @param name what the variants are, in the singular; also the heading in the reference
 * @param doc one sentence about them
 */
public record Variants<T>(String name, String doc, List<Variant<T>> variants) implements Type<T> {

  /** One of the choices, its name in the file, and what stands under it. */
  public record Variant<T>(String name, String doc, Type<? extends T> type) {}

  public Variants {
    variants = List.copyOf(variants);
  }

  /** No variant yet. */
  public static <T> Variants<T> of(String name, String doc) {
    return new Variants<>(name, doc, List.of());
  }

  /** One more variant. */
  public Variants<T> with(String variant, String variantDoc, Type<? extends T> type) {
    List<Variant<T>> all = new ArrayList<>(variants);
    all.add(new Variant<>(variant, variantDoc, type));
    return new Variants<>(name, doc, all);
  }

  /** One more variant that is a mapping, by the name and the sentence of that. */
  public Variants<T> with(Mapping<? extends T> mapping) {
    return with(mapping.name(), mapping.doc(), mapping);
  }

  @Override
  public Optional<T> read(Node node, Problems problems) {
    if (!(node instanceof MapNode map)) {
      refuse(node, problems);
      return Optional.empty();
    }
    if (map.entries().size() != 1) {
      List<String> keys = map.entries().stream().map(Entry::key).toList();
      String got = keys.isEmpty() ? "none" : keys.size() + " (" + String.join(", ", keys) + ")";
      problems.add(map.place(), "one " + name, got, "write one of " + String.join(", ", words()));
    }
    // Every variant that is there is read, for the problems inside.
    List<Optional<T>> values =
        map.entries().stream().map(entry -> variant(entry, problems)).toList();
    return values.size() == 1 ? values.get(0) : Optional.empty();
  }

  private Optional<T> variant(Entry entry, Problems problems) {
    Optional<Variant<T>> variant =
        variants.stream().filter(v -> v.name().equals(entry.key())).findFirst();
    if (variant.isEmpty()) {
      String cure = Words.cure(entry.key(), words());
      problems.add(entry.keyPlace(), expected(), Words.quoted(entry.key()), cure);
    }
    return variant.flatMap(v -> v.type().bind(entry.value(), problems).map(value -> value));
  }

  private List<String> words() {
    return variants.stream().map(Variant::name).toList();
  }

  @Override
  public boolean accepts(Node node) {
    return node instanceof MapNode;
  }

  @Override
  public String expected() {
    return Words.article(name);
  }

  @Override
  public String example() {
    Variant<T> first = variants.get(0);
    return "{" + first.name() + ": " + first.type().example() + "}";
  }

  @Override
  public String summary() {
    return ReferenceDoc.link(name);
  }

  @Override
  public void document(ReferenceDoc reference, String path) {
    boolean first =
        reference.section(
            name,
            doc + " One of:",
            path,
            List.of("key", "value", "meaning"),
            variants.stream()
                .map(v -> List.of("`" + v.name() + "`", v.type().summary(), v.doc()))
                .toList());
    if (first) {
      variants.forEach(v -> v.type().document(reference, ReferenceDoc.join(path, v.name())));
    }
  }

  @Override
  public ObjectNode schema(JsonSchema definitions) {
    return definitions.define(name, this, this::definition);
  }

  private ObjectNode definition(JsonSchema definitions) {
    ObjectNode schema = JsonSchema.object().put("description", doc).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Variant<T> variant : variants) {
      ObjectNode value = variant.type().schema(definitions);
      properties.set(variant.name(), value.put("description", variant.doc()));
    }
    return schema
        .put("additionalProperties", false)
        .put("minProperties", 1)
        .put("maxProperties", 1);
  }
}
