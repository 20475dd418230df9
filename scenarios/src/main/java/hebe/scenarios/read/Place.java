package hebe.scenarios.read;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value stands.
 *
 * @param file the file as the user named it, or another source of values such as an option
 * @param position the first character of the value; empty for a source as a whole
 * @param path keys and list indices from the top, for example {@code hosts[0].vmm}; empty at the
 *     top
 */
public record Place(String file, Optional<Position> position, String path)
    implements Comparable<Place> {
  private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparing(p -> p.position().orElse(new Position(1, 1)))
          .thenComparing(Place::path);

  /** A whole file, or another source of values such as an option. */
  public static Place of(String file) {
    return new Place(file, Optional.empty(), "");
  }

  Place at(Position other) {
    return new Place(file, Optional.of(other), path);
  }

  Place key(String key, Position at) {
    String step = PLAIN_KEY.matcher(key).matches() ? key : "[" + Words.quoted(key) + "]";
    String dot = path.isEmpty() || step.startsWith("[") ? "" : ".";
    return new Place(file, Optional.of(at), path + dot + step);
  }

  Place item(int index, Position at) {
    return new Place(file, Optional.of(at), path + "[" + index + "]");
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** File, line and column, path: {@code web.yaml:14:12 hosts[0].vmm}. */
  @Override
  public String toString() {
    return file + position.map(p -> ":" + p).orElse("") + (path.isEmpty() ? "" : " " + path);
  }
}
