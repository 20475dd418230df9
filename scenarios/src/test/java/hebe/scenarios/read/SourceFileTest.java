package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  @TempDir private Path folder;
  private final Problems problems = new Problems();

  @Test
  void text_withAByteOrderMark_losesIt() throws IOException {
    Path file = write("\ufeffname: \u00e9\r\n".getBytes(StandardCharsets.UTF_8));

    assertThat(SourceFile.read(file, problems))
        .contains(new SourceFile(file.toString(), "name: \u00e9\r\n"));
  }

  @Test
  void file_thatIsMissing_isReported() {
    Path file = folder.resolve("none.yaml");

    assertRefused(file, file + ": expected a readable file, got no such file; check the path");
  }

  @Test
  void folder_insteadOfAFile_isReported() {
    assertRefused(folder, folder + ": expected a readable file, got a folder; name a file in it");
  }

  @Test
  void link_toItself_isReported() throws IOException {
    Path link = folder.resolve("loop.yaml");
    Files.createSymbolicLink(link, link);

    assertThat(SourceFile.read(link, problems)).isEmpty();
    assertThat(problems.toString())
        .startsWith(link + ": expected a readable file, got an error (")
        .endsWith("); check the file and its permissions");
  }

  @Test
  void binaryContent_isReportedAtItsFirstByte() throws IOException {
    Path file = write(new byte[] {'a', ':', '\n', 'b', 0, 1, 2});

    assertRefused(
        file,
        file
            + ":2:2: expected text in UTF-8, got binary content; "
            + "save it as plain text in UTF-8");
  }

  @Test
  void bytes_thatAreNotUtf8_areReportedAtTheFirst() throws IOException {
    Path file = write("name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(
        file,
        file + ":1:10: expected text in UTF-8, got other bytes; save it as plain text in UTF-8");
  }

  @Test
  void character_cutAtTheEnd_isReported() throws IOException {
    Path file = write(new byte[] {'a', (byte) 0xc3});

    assertRefused(
        file,
        file + ":1:2: expected text in UTF-8, got other bytes; save it as plain text in UTF-8");
  }

  @Test
  void controlCharacter_isReported() throws IOException {
    Path file = write("a: \u0007".getBytes(StandardCharsets.UTF_8));

    assertRefused(
        file,
        file
            + ":1:4: expected text in UTF-8, got the control character U+0007;"
            + " save it as plain text in UTF-8");
  }

  @Test
  void fileOfOneMebibyte_isRead() throws IOException {
    assertThat(SourceFile.read(write(spaces(1_048_576)), problems)).isPresent();
  }

  @Test
  void fileAboveOneMebibyte_isReportedBeforeParsing() throws IOException {
    Path file = write(spaces(1_048_577));

    assertRefused(file, file + ": expected a file of at most 1 MiB, got a larger one; split it");
  }

  private static byte[] spaces(int count) {
    return " ".repeat(count).getBytes(StandardCharsets.UTF_8);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.yaml"), bytes);
  }

  private void assertRefused(Path file, String problem) {
    assertThat(SourceFile.read(file, problems)).isEmpty();
    assertThat(problems.toString()).isEqualTo(problem);
  }
}
