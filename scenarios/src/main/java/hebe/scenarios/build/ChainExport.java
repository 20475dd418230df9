package hebe.scenarios.build;

import hebe.reports.ReportException;
import hebe.sim.exact.ChainDiagram;
import hebe.sim.exact.PrismFiles;
import hebe.sim.exact.StateSpace;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.model.Diagram;
import hebe.sim.model.Graphviz;
import hebe.sim.model.Model;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes explored chains and their models for other tools into a new folder, one inside it for each
 * policy: {@code model.sta|tra|lab} and {@code NAME.srew} for PRISM, {@code variables.txt}, {@code
 * model.dot} and {@code chain.dot} for Graphviz, {@code model.mmd} for Mermaid.
 *
 * <p>All is first written beside the folder; {@link #install} moves it, or nothing is left.
 */
public final class ChainExport implements AutoCloseable {
  private final Path target;
  private final Path draft;

  private ChainExport(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
  }

  /**
   * Opens an export.
   *
   * @throws ReportException if there is something else of this name
   * @throws IOException if the file system fails
   */
  public static ChainExport open(Path directory) throws IOException, ReportException {
    requireRoom(directory);
    Path target = directory.toAbsolutePath().normalize();
    Path parent = Optional.ofNullable(target.getParent()).orElse(target);
    Files.createDirectories(parent);
    return new ChainExport(target, Files.createTempDirectory(parent, ".hebe-"));
  }

  /**
   * Checks before a long solution that it can be exported into a folder.
   *
   * @throws ReportException if the folder is a file, or not empty
   */
  public static void requireRoom(Path directory) throws IOException, ReportException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new ReportException(
          directory + " is not a folder", "name another folder, or move that file away");
    }
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new ReportException(
              directory + " is not empty", "name a new folder, or remove that one");
        }
      }
    }
  }

  /**
   * Drafts the files of a policy, with every copy by itself.
   *
   * @param limit most states
   * @throws UnsolvableException if there are more states, or fixed clocks, of which there are no
   *     rates
   */
  public void add(String policy, Model model, int limit) throws IOException, UnsolvableException {
    StateSpace space = StateSpace.explore(model, limit);
    PrismFiles prism = PrismFiles.of(space);
    Path folder = free(policy.replaceAll("[^A-Za-z0-9._-]", "_"));
    write(folder.resolve("model.sta"), prism::states);
    write(folder.resolve("variables.txt"), prism::variables);
    write(folder.resolve("model.tra"), prism::transitions);
    write(folder.resolve("model.lab"), prism::labels);
    for (String reward : prism.rewards()) {
      write(folder.resolve(reward + ".srew"), out -> prism.reward(reward, out));
    }
    if (prism.startsAtRandom()) {
      write(folder.resolve("start.txt"), prism::start);
    }
    write(folder.resolve("model.dot"), out -> out.append(Graphviz.dot(model)));
    write(folder.resolve("model.mmd"), out -> out.append(mermaid(model)));
    Optional<String> chain = ChainDiagram.dot(space);
    if (chain.isPresent()) {
      write(folder.resolve("chain.dot"), out -> out.append(chain.get()));
    }
  }

  /** The diagrams of the components, each under its name as a comment. */
  public static String mermaid(Model model) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> diagram : Diagram.mermaid(model).entrySet()) {
      text.append("%% ").append(diagram.getKey()).append('\n').append(diagram.getValue());
    }
    return text.toString();
  }

  /** Moves the drafts to their place. */
  public void install() throws IOException {
    Files.deleteIfExists(target);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path free(String name) throws IOException {
    Path folder = draft.resolve(name);
    for (int number = 2; Files.exists(folder); number++) {
      folder = draft.resolve(name + "-" + number);
    }
    return Files.createDirectory(folder);
  }

  /** Writes the text of a file. */
  private interface Text {
    void write(Appendable out) throws IOException;
  }

  private static void write(Path file, Text text) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      text.write(out);
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> left;
    try (Stream<Path> walk = Files.walk(draft)) {
      left = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException installed) {
      return;
    }
    for (Path path : left) {
      Files.deleteIfExists(path);
    }
  }
}
