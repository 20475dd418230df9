package hebe.scenarios.read;

import hebe.scenarios.read.Node.Entry;
import hebe.scenarios.read.Node.ListNode;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Node.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A path to values of a file: keys and names of list elements, or their numbers from 0 where they
 * have no name, with points between; {@code *} stands for all elements of a list that have what
 * follows.
 *
 * @param text as in {@code policies.warm.vmm.every}; names may contain points themselves
 */
public record TreePath(String text) {

  /**
   * The elements of a list right below the top by which the path leads to a value.
   *
   * @param key of the list
   * @return their numbers from 0; empty if the path does not go through the list
   */
  public Optional<Set<Integer>> elements(MapNode top, String key) {
    Optional<String> rest = rest(text, key);
    Optional<Node> list = top.entry(key).map(Entry::value);
    return rest.flatMap(
        path ->
            list.map(
                node ->
                    children(node).stream()
                        .filter(
                            child ->
                                rest(path, child).filter(r -> leads(child.node(), r)).isPresent())
                        .map(Child::index)
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  /** The same tree with another value wherever the path leads. */
  public MapNode replaced(MapNode top, ScalarNode value) {
    return (MapNode) replaced(top, text, value);
  }

  /** Reports why the path leads to no single value; returns whether it does. */
  public boolean check(MapNode top, Place place, Problems problems) {
    return leads(top, text) || explain(top, text, place, problems);
  }

  private static boolean leads(Node node, String path) {
    return path.isEmpty()
        ? node instanceof ScalarNode
        : children(node).stream()
            .anyMatch(
                child -> rest(path, child).filter(rest -> leads(child.node(), rest)).isPresent());
  }

  private static Node replaced(Node node, String path, ScalarNode value) {
    if (path.isEmpty()) {
      return node instanceof ScalarNode ? value : node;
    }
    List<Node> now = new ArrayList<>();
    for (Child child : children(node)) {
      Optional<String> rest = rest(path, child).filter(r -> leads(child.node(), r));
      now.add(rest.map(r -> replaced(child.node(), r, value)).orElse(child.node()));
    }
    if (node instanceof ListNode list) {
      return new ListNode(list.place(), now);
    }
    if (node instanceof MapNode map) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < now.size(); i++) {
        Entry entry = map.entries().get(i);
        entries.add(new Entry(entry.key(), entry.keyPlace(), now.get(i)));
      }
      return new MapNode(map.place(), entries);
    }
    return node;
  }

  /** The first step that leads nowhere, and the steps that were probably meant. */
  private static boolean explain(Node node, String path, Place place, Problems problems) {
    List<Child> children = children(node);
    if (path.isEmpty()) {
      problems.add(place, "a path to a single value", node.shown() + " at its end", "go on to one");
      return false;
    }
    for (Child child : children) {
      Optional<String> rest = rest(path, child);
      if (rest.isPresent()) {
        return explain(child.node(), rest.get(), place, problems);
      }
    }
    List<String> known =
        children.stream().flatMap(child -> child.names().stream()).distinct().toList();
    String step = path.split("\\.", 2)[0];
    String where = node.place().path().isEmpty() ? "the file" : node.place().path();
    String cure = known.isEmpty() ? "end the path before it" : Words.cure(step, known);
    problems.add(place, "a path to a value of this file", quoted(step, where), cure);
    return false;
  }

  private static String quoted(String step, String where) {
    return Words.quoted(step) + ", which is not in " + where;
  }

  /**
   * A step down.
   *
   * @param index from 0
   * @param names the words that lead there
   */
  private record Child(int index, List<String> names, Node node) {}

  private static List<Child> children(Node node) {
    List<Child> children = new ArrayList<>();
    if (node instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        children.add(new Child(children.size(), List.of(entry.key()), entry.value()));
      }
    } else if (node instanceof ListNode list) {
      for (Node item : list.items()) {
        String own = name(item).orElse(Integer.toString(children.size()));
        children.add(new Child(children.size(), List.of(own, "*"), item));
      }
    }
    return children;
  }

  private static Optional<String> name(Node item) {
    return item instanceof MapNode map
        ? map.entry("name")
            .map(Entry::value)
            .filter(ScalarNode.class::isInstance)
            .map(value -> ((ScalarNode) value).text())
        : Optional.empty();
  }

  private static Optional<String> rest(String path, Child child) {
    return child.names().stream().flatMap(name -> rest(path, name).stream()).findFirst();
  }

  /** What follows a name in a path; empty text at its end, nothing if it begins otherwise. */
  private static Optional<String> rest(String path, String name) {
    if (path.equals(name)) {
      return Optional.of("");
    }
    return path.startsWith(name + ".")
        ? Optional.of(path.substring(name.length() + 1))
        : Optional.empty();
  }
}
