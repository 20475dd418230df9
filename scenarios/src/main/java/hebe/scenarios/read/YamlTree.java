package hebe.scenarios.read;

import hebe.scenarios.read.Node.Entry;
import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ListNode;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Node.RefusedNode;
import hebe.scenarios.read.Node.ScalarNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into a tree with positions.
 *
 * <p>Refused with a problem: what is not YAML, an empty file, several documents, a top level that
 * is not a mapping, duplicate keys, keys that are not text, anchors, aliases and tags, nesting
 * deeper than {@link #MAX_DEPTH}, a scalar longer than {@link #MAX_SCALAR}. Reading goes on behind
 * a duplicate, an anchor, an alias or a tag, so that other problems are found as well: a tree may
 * come back although problems were added.
 */
public final class YamlTree {
  /** Deepest nesting of mappings and lists. */
  public static final int MAX_DEPTH = 40;

  /** Longest single value, in characters. */
  public static final int MAX_SCALAR = 16_384;

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(SourceFile.MAX_BYTES)
                  .maxNestingDepth(10 * MAX_DEPTH)
                  .build())
          .build();

  private final SourceFile source;
  private final Problems problems;
  private final YAMLParser parser;
  private final int[] characters;

  private YamlTree(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), source.text());
    this.characters = source.text().codePoints().toArray();
  }

  /** The mapping at the top of a file; empty after a problem that ends reading. */
  public static Optional<MapNode> read(Path file, Problems problems) {
    return SourceFile.read(file, problems).flatMap(source -> parse(source, problems));
  }

  /** The mapping at the top of a text; empty after a problem that ends reading. */
  public static Optional<MapNode> parse(SourceFile source, Problems problems) {
    Optional<Node> top = parseValue(source, problems);
    if (top.isPresent() && !(top.get() instanceof MapNode)) {
      String got = top.get().shown();
      problems.add(top.get().place(), "keys with values", got, "write for example \"name: web\"");
    }
    return top.filter(MapNode.class::isInstance).map(MapNode.class::cast);
  }

  /** The value at the top of a text, whatever it is; empty after a problem that ends reading. */
  static Optional<Node> parseValue(SourceFile source, Problems problems) {
    return new YamlTree(source, problems).document();
  }

  private Optional<Node> document() {
    Place top = Place.of(source.name()).at(new Position(1, 1));
    try (parser) {
      if (parser.nextToken() == null) {
        problems.add(top, "keys with values", "an empty file", "write for example \"name: web\"");
        return Optional.empty();
      }
      Node node = value(top.at(here()), 0);
      if (parser.nextToken() != null) {
        String cure = "keep one, or write a file for each";
        problems.add(top.at(here()), "one document", "a second one", cure);
      }
      return Optional.of(node);
    } catch (TooDeep e) {
      return Optional.empty();
    } catch (JacksonException e) {
      new YamlFault(source, e.getOriginalMessage(), here()).report(problems);
      return Optional.empty();
    }
  }

  /** The value whose first token is current; its last token is current afterwards. */
  private Node value(Place place, int depth) {
    if (depth > MAX_DEPTH) {
      problems.add(place, "at most 40 levels of nesting", "more", "write it flatter");
      throw new TooDeep();
    }
    if (parser.isCurrentAlias()) {
      problems.add(place, "a value", "an alias (*)", "write the value out");
      return new RefusedNode(place);
    }
    refuseProperties(place, false, false);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(place, depth);
    }
    return token == JsonToken.START_ARRAY ? list(place, depth) : scalar(place, token);
  }

  private Node mapping(Place place, int depth) {
    boolean anchored = parser.getObjectId() != null;
    boolean tagged = parser.getRawTag() != null;
    List<Entry> entries = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Position keyPosition = here();
      String key = parser.currentName();
      Place keyPlace = place.key(key, keyPosition);
      // The parser still shows the anchor and tag of the mapping at its first key.
      refuseProperties(keyPlace, anchored && seen.isEmpty(), tagged && seen.isEmpty());
      parser.nextToken();
      Node value = value(keyPlace.at(here()), depth + 1);
      Position first = seen.putIfAbsent(key, keyPosition);
      if (first == null) {
        entries.add(new Entry(key, keyPlace, value));
      } else {
        String got = "a second one (the first is at " + first + ")";
        problems.add(keyPlace, "each key once", got, "remove one of them");
      }
    }
    return new MapNode(place, entries);
  }

  private Node list(Place place, int depth) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(place.item(items.size(), here()), depth + 1));
    }
    return new ListNode(place, items);
  }

  private Node scalar(Place place, JsonToken token) {
    // The parser keeps the anchor of a scalar to itself, but the scalar begins with it.
    if (first() == '&') {
      refuseAnchor(place);
    }
    String text = parser.getString();
    if (text.length() > MAX_SCALAR) {
      String got = "one of " + text.length();
      problems.add(place, "a value of at most 16384 characters", got, "shorten it");
      return new RefusedNode(place);
    }
    Kind kind =
        switch (token) {
          case VALUE_NULL -> Kind.EMPTY;
          case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
          default -> Kind.TEXT;
        };
    return new ScalarNode(place, text, kind);
  }

  private void refuseProperties(Place place, boolean anchorKnown, boolean tagKnown) {
    if (parser.getObjectId() != null && !anchorKnown) {
      refuseAnchor(place);
    }
    if (parser.getRawTag() != null && !tagKnown) {
      problems.add(place, "a value", "a tag (!)", "remove the tag");
    }
  }

  private void refuseAnchor(Place place) {
    problems.add(place, "a value", "an anchor (&)", "write the value out where it is needed");
  }

  /** The first character of the current token; a blank at the end of the text. */
  private int first() {
    long offset = parser.currentTokenLocation().getCharOffset();
    return offset >= 0 && offset < characters.length ? characters[(int) offset] : ' ';
  }

  private Position here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Position(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  /** Ends reading; the problem is reported. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDeep() {
      super("nesting too deep", null, false, false);
    }
  }
}
