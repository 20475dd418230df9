package hebe.scenarios.read;

import java.util.List;
import java.util.Optional;

/** A part of a YAML file, with its place. */
public sealed interface Node {

  /** Where it begins. */
  Place place();

  /** How a problem names it: {@code a list}, {@code 9000}, {@code "3 GHz"}. */
  String shown();

  /**
   * A mapping.
   *
   * @param entries keys and values as they stand in the file; no key twice
   */
  record MapNode(Place place, List<Entry> entries) implements Node {
    public MapNode {
      entries = List.copyOf(entries);
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(e -> e.key().equals(key)).findFirst();
    }

    @Override
    public String shown() {
      return "a mapping";
    }
  }

  /**
   * A key with its value.
   *
   * @param keyPlace where the key stands; its path is that of the value
   */
  record Entry(String key, Place keyPlace, Node value) {}

  /** A list. */
  record ListNode(Place place, List<Node> items) implements Node {
    public ListNode {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /**
   * A single value, not yet interpreted.
   *
   * @param text the characters of the file without quotes
   */
  record ScalarNode(Place place, String text, Kind kind) implements Node {
    @Override
    public String shown() {
      return switch (kind) {
        case TEXT -> Words.quoted(text);
        case NUMBER, BOOLEAN -> text.length() > 40 ? text.substring(0, 40) + "..." : text;
        case EMPTY -> "nothing";
      };
    }
  }

  /** A part that YAML has and Hebe refuses, such as an alias; its problem is already reported. */
  record RefusedNode(Place place) implements Node {
    @Override
    public String shown() {
      return "a refused value";
    }
  }

  /** What a scalar is to YAML. A number or a truth value in quotes is text. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    EMPTY
  }
}
