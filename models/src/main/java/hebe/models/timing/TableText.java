package hebe.models.timing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a table, with the name that messages call it by.
 *
 * @param name name of the file
 * @param text its text, comma-separated with a header
 */
public record TableText(String name, String text) {
  /** A data file that ships with Hebe, beside this class. */
  static TableText shipped(String name) {
    try (InputStream in = TableText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the data file " + name + " is missing");
      }
      return new TableText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the data file " + name + " cannot be read", e);
    }
  }
}
