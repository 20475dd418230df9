package hebe.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Replaces Hebe's files in a folder together: either all of them change, or none.
 *
 * <p>New files are drafted beside the folder and moved in one by one; earlier ones are set aside
 * until the last move has worked and are put back if one fails. While files move, the manifest in
 * the folder names the old and the new ones, so that even after a killed run the next one knows its
 * own.
 */
final class ResultFolder implements AutoCloseable {
  private final Path target;
  private final Path work;
  private final Set<String> earlier;

  private ResultFolder(Path target, Path work, Set<String> earlier) {
    this.target = target;
    this.work = work;
    this.earlier = earlier;
  }

  static ResultFolder open(Path directory) throws IOException, ReportException {
    Path target = target(directory);
    Path work = Files.createTempDirectory(target.getParent(), ".hebe-");
    Files.createDirectory(work.resolve("draft"));
    Files.createDirectory(work.resolve("aside"));
    return new ResultFolder(target, work, Manifest.files(target));
  }

  /**
   * Checks before a long run that its results can go into a folder.
   *
   * @param names some of the files to be written
   */
  static void requireRoom(Path directory, List<String> names) throws IOException, ReportException {
    Path target = target(directory);
    refuseForeign(target, names, Manifest.files(target));
  }

  /** The folder, which is no file, in a folder that exists. */
  private static Path target(Path directory) throws IOException, ReportException {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new ReportException(
          target + " is not a folder", "name another folder, or move that file away");
    }
    Path parent = target.getParent();
    if (parent == null) {
      throw new ReportException(target + " cannot hold results", "name another folder");
    }
    Files.createDirectories(parent);
    return target;
  }

  /** The folder in which the new files are to be made. */
  Path draft() {
    return work.resolve("draft");
  }

  /** These files and the earlier ones. */
  Set<String> withEarlier(Collection<String> names) {
    Set<String> all = new TreeSet<>(earlier);
    all.addAll(names);
    return all;
  }

  /**
   * Moves the drafted files into the folder and removes earlier ones that have no successor.
   *
   * @param names paths relative to the folder, manifest last
   * @param journal the manifest that stands in the folder meanwhile
   */
  List<Path> install(List<String> names, String journal) throws IOException, ReportException {
    refuseForeign(target, names, earlier);
    Map<Path, Path> undo = new LinkedHashMap<>();
    List<Path> written = new ArrayList<>();
    boolean complete = false;
    try {
      Files.createDirectories(target);
      for (String name : withEarlier(names)) {
        setAside(name, undo);
      }
      Files.writeString(target.resolve(Manifest.NAME), journal, StandardCharsets.UTF_8);
      for (String name : names) {
        Path file = target.resolve(name);
        written.add(file);
        Files.createDirectories(file.getParent());
        move(draft().resolve(name), file);
      }
      complete = true;
      return written;
    } finally {
      if (!complete) {
        undo(written, undo);
      }
    }
  }

  private static void refuseForeign(Path target, List<String> names, Set<String> own)
      throws ReportException {
    List<String> foreign =
        names.stream()
            .filter(name -> !own.contains(name) && Files.exists(target.resolve(name)))
            .toList();
    if (!foreign.isEmpty()) {
      throw new ReportException(
          target + " holds files that Hebe did not write: " + String.join(", ", foreign),
          "name another folder, or move them away");
    }
  }

  private void setAside(String name, Map<Path, Path> undo) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target) || !Files.isRegularFile(file)) {
      return;
    }
    Path aside = work.resolve("aside").resolve(Integer.toString(undo.size()));
    move(file, aside);
    undo.put(file, aside);
  }

  private void undo(List<Path> written, Map<Path, Path> undo) throws IOException {
    for (Path file : written) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(target.resolve(Manifest.NAME));
    for (Map.Entry<Path, Path> entry : undo.entrySet()) {
      move(entry.getValue(), entry.getKey());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(work)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException gone) {
      return;
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
