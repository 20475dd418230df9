package hebe.scenarios.read;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ScalarNode;
import hebe.scenarios.read.ScalarType.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scalar types that are texts or words. */
final class Texts {
  private static final String IDENTIFIER = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final String STEP = "(\\*|[A-Za-z0-9][A-Za-z0-9_-]*)";
  private static final String PATH = STEP + "(\\." + STEP + ")*";
  private static final Pattern PATH_PATTERN = Pattern.compile(PATH);
  private static final Pattern IDENTIFIER_PATTERN = Pattern.compile(IDENTIFIER);

  private Texts() {}

  static Type<String> text() {
    Wording wording = new Wording("a text", "some text", "text");
    return new ScalarType<>(wording, Texts::isText, Texts::readText, () -> pattern("\\S"));
  }

  private static Optional<String> readText(ScalarNode node, Problems problems) {
    if (isText(node) && !node.text().isBlank()) {
      return Optional.of(node.text());
    }
    refuseText(node, "a text", "some text", problems);
    return Optional.empty();
  }

  static Type<String> identifier() {
    Wording wording = new Wording("a name", "web-1", "name");
    return new ScalarType<>(
        wording, Texts::isText, Texts::readIdentifier, () -> pattern("^" + IDENTIFIER + "$"));
  }

  private static Optional<String> readIdentifier(ScalarNode node, Problems problems) {
    if (isText(node) && IDENTIFIER_PATTERN.matcher(node.text()).matches()) {
      return Optional.of(node.text());
    }
    refuseText(node, "a name of letters, digits, \".\", \"_\", \"-\"", "web-1", problems);
    return Optional.empty();
  }

  static Type<String> path() {
    Wording wording = new Wording("a path", "policies.warm.vmm.every", "path");
    return new ScalarType<>(
        wording, Texts::isText, Texts::readPath, () -> pattern("^" + PATH + "$"));
  }

  private static Optional<String> readPath(ScalarNode node, Problems problems) {
    if (isText(node) && PATH_PATTERN.matcher(node.text()).matches()) {
      return Optional.of(node.text());
    }
    refuseText(node, "a path of keys and names", "policies.warm.vmm.every", problems);
    return Optional.empty();
  }

  /** A number or a truth value lacks quotes; anything else gets an example. */
  private static void refuseText(
      ScalarNode node, String expected, String example, Problems problems) {
    String cure =
        isText(node)
            ? "write for example \"" + example + "\""
            : "put it into quotes: " + Words.quoted(node.text());
    problems.add(node.place(), expected, node.shown(), cure);
  }

  static Type<Boolean> flag() {
    Wording wording = new Wording("true or false", "true", "`true` or `false`");
    return new ScalarType<>(
        wording,
        node -> node.kind() == Kind.BOOLEAN,
        Texts::readFlag,
        () -> JsonSchema.object().put("type", "boolean"));
  }

  private static Optional<Boolean> readFlag(ScalarNode node, Problems problems) {
    if (node.kind() == Kind.BOOLEAN) {
      return Optional.of(node.text().equalsIgnoreCase("true"));
    }
    problems.add(node.place(), "true or false", node.shown(), "write \"true\" or \"false\"");
    return Optional.empty();
  }

  static <T> Type<T> choice(
      String noun, List<T> choices, Function<T, String> word, List<String> forms) {
    List<String> words = choices.stream().map(word).toList();
    String code = Words.or(words.stream().map(w -> "`" + w + "`").toList());
    Wording wording = new Wording(Words.article(noun), words.get(0), code);
    return new ScalarType<>(
        wording, Texts::isText, oneOf(noun, choices, words, forms), () -> enumeration(words));
  }

  static Type<String> reference(String noun, List<String> known) {
    Wording wording =
        new Wording(Words.article(noun), known.get(0), "name of " + Words.article(noun));
    return new ScalarType<>(
        wording,
        Texts::isText,
        oneOf(noun, known, known, List.of()),
        () -> pattern("^" + IDENTIFIER + "$"));
  }

  private static <T> ScalarType.Reader<T> oneOf(
      String noun, List<T> choices, List<String> words, List<String> forms) {
    return (node, problems) -> {
      int index = words.indexOf(node.text());
      if (index < 0 || !isText(node)) {
        String cure = Words.cure(node.text(), words, forms);
        problems.add(node.place(), Words.article(noun), node.shown(), cure);
        return Optional.empty();
      }
      return Optional.of(choices.get(index));
    };
  }

  private static boolean isText(ScalarNode node) {
    return node.kind() == Kind.TEXT;
  }

  static ObjectNode pattern(String regex) {
    return JsonSchema.object().put("type", "string").put("pattern", regex);
  }

  private static ObjectNode enumeration(List<String> words) {
    ObjectNode schema = JsonSchema.object();
    ArrayNode array = schema.putArray("enum");
    words.forEach(array::add);
    return schema;
  }
}
