package hebe.scenarios.read;

import hebe.scenarios.read.Node.RefusedNode;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may stand at a place of a file: how it is read, described and put into a JSON Schema.
 *
 * <p>Types are built with {@link Types}, {@link Mapping} and {@link Variants}, and hold no state.
 *
 * @param <T> the values; immutable
 */
public sealed interface Type<T>
    permits Derived, Either, ListType, LocatedType, MapType, Mapping, ScalarType, Variants {

  /**
   * Reads a node. Goes on after a problem as long as there is something to read.
   *
   * @return the value; empty if a problem in the node leaves none
   */
  default Optional<T> bind(Node node, Problems problems) {
    return node instanceof RefusedNode ? Optional.empty() : read(node, problems);
  }

  /** Reads a node that is not refused already. */
  Optional<T> read(Node node, Problems problems);

  /** Whether a node looks like one of this type, so that {@link Either} knows which is meant. */
  boolean accepts(Node node);

  /** What is expected, with an article: {@code a duration with a unit}. */
  String expected();

  /** A value as one writes it, on one line. */
  String example();

  /** The type in a cell of the reference page. */
  String summary();

  /** Adds the sections of the types inside to the reference page. */
  void document(ReferenceDoc reference, String path);

  /** The JSON Schema; types with a name become definitions. */
  ObjectNode schema(JsonSchema definitions);

  /** The same in the file, another value: an IllegalArgumentException becomes a problem. */
  default <R> Type<R> map(Function<? super T, ? extends R> function) {
    return new Derived<>(this, function);
  }

  /** The same with its place, for checks that look across the file. */
  default Type<Located<T>> located() {
    return new LocatedType<>(this);
  }

  /** Adds the problem that something else stands at a place. */
  default void refuse(Node node, Problems problems) {
    String cure = "write for example \"" + example() + "\"";
    problems.add(node.place(), expected(), node.shown(), cure);
  }
}
