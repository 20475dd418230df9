package hebe.scenarios.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of an input file.
 *
 * @param name the file as the user named it
 * @param text its characters, without a byte order mark
 */
public record SourceFile(String name, String text) {
  /** Largest file that is read, in bytes: parsing takes minutes beyond tens of megabytes. */
  public static final int MAX_BYTES = 1 << 20;

  private static final String EXPECTED = "a readable file";

  /** Reads a file of UTF-8 text of at most {@link #MAX_BYTES}; empty after a problem. */
  public static Optional<SourceFile> read(Path file, Problems problems) {
    Place place = Place.of(file.toString());
    if (Files.isDirectory(file)) {
      problems.add(place, EXPECTED, "a folder", "name a file in it");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return decode(in.readNBytes(MAX_BYTES + 1), place, problems);
    } catch (NoSuchFileException e) {
      problems.add(place, EXPECTED, "no such file", "check the path");
    } catch (IOException e) {
      problems.add(place, EXPECTED, reason(e), "check the file and its permissions");
    }
    return Optional.empty();
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "a file that may not be read";
    }
    boolean known = e instanceof FileSystemException f && f.getReason() != null;
    return "an error (" + (known ? ((FileSystemException) e).getReason() : e.getMessage()) + ")";
  }

  private static Optional<SourceFile> decode(byte[] bytes, Place place, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(place, "a file of at most 1 MiB", "a larger one", "split it");
      return Optional.empty();
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    boolean valid =
        !StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true).isError();
    String text = chars.flip().toString();
    int control = firstControl(text);
    if (!valid || control < text.length()) {
      String got = control < text.length() ? controlName(text.charAt(control)) : "other bytes";
      Position position = Position.after(text.substring(0, control));
      problems.add(place.at(position), "text in UTF-8", got, "save it as plain text in UTF-8");
      return Optional.empty();
    }
    boolean mark = text.startsWith("\ufeff");
    return Optional.of(new SourceFile(place.file(), mark ? text.substring(1) : text));
  }

  /** Index of the first character that no text has, or the length. */
  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == '\n' || c == '\r' || c == '\t' || c == '\u0085';
      if ((Character.isISOControl(c) && !blank) || c == '\uffff' || c == '\ufffe') {
        return i;
      }
    }
    return text.length();
  }

  private static String controlName(char c) {
    return c == 0
        ? "binary content"
        : String.format(Locale.ROOT, "the control character U+%04X", (int) c);
  }
}
