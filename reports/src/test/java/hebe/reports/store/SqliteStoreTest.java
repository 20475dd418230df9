package hebe.reports.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.reports.ReportException;
import hebe.sim.result.Cause;
import hebe.sim.result.Outage;
import hebe.sim.study.Measure;
import hebe.sim.study.WorkResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStoreTest {
  private static final SortedMap<String, String> STUDY =
      new TreeMap<>(Map.of("seed", "2007", "scenario", "ab12"));

  @TempDir Path folder;

  private static WorkResult result(int replication, boolean random, double value) {
    return new WorkResult(
        replication, List.of(new Measure.Value(value, 1)), List.of(), List.of(), random);
  }

  private SqliteStore open() throws IOException, ReportException {
    return SqliteStore.open(folder, STUDY);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void sql(String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("results.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private byte[] keepSome(int count) throws Exception {
    try (SqliteStore store = open()) {
      for (int replication = 0; replication < count; replication++) {
        store.keep("warm", result(replication, true, replication / 3.0));
      }
    }
    return Files.readAllBytes(folder.resolve("results.db"));
  }

  @Test
  void store_openedAgain_givesEveryBitBack() throws Exception {
    List<Double> awkward =
        List.of(
            0.1 + 0.2,
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Math.nextUp(1.0));
    WorkResult kept =
        new WorkResult(
            7,
            awkward.stream().map(value -> new Measure.Value(value, 1 / 3.0)).toList(),
            List.of(
                new WorkResult.Samples(awkward, List.of()),
                new WorkResult.Samples(List.of(), awkward)),
            List.of(
                new Outage(
                    "host/wéb-3 \u6f22 \ud83d\ude00",
                    Math.nextUp(1e9),
                    2e9,
                    // Longer than the 65,535 bytes of a modified UTF-8 string in Java.
                    new Cause("vmm-crash".repeat(8000), true, List.of("page cache", "")),
                    List.of("connections"),
                    true),
                new Outage("host", 0, 0, new Cause("", false, List.of()), List.of(), false)),
            true);
    try (SqliteStore store = open()) {
      store.keep("warm", kept);
      store.keep("cold", result(7, false, 1));
    }
    try (SqliteStore store = open()) {
      // Records and lists compare doubles by their bits: -0.0 is not 0.0, and NaN is NaN.
      assertThat(store.find("warm", 7)).contains(kept);
      assertThat(store.find("cold", 7)).contains(result(7, false, 1));
      assertThat(store.find("warm", 6)).isEmpty();
      assertThat(store.find("saved", 7)).isEmpty();
      assertThat(store.replaced()).isEmpty();
    }
    assertThat(files()).containsExactly("results.db");
  }

  @Test
  void count_policyWithoutChance_needsItsFirstReplicationOnly() throws Exception {
    try (SqliteStore store = open()) {
      assertThat(store.count(5)).isZero();
      for (int replication = 0; replication < 7; replication++) {
        store.keep("warm", result(replication, true, 0));
      }
      store.keep("none", result(0, false, 0));
      // 5 of the 7 random ones, and one that stands for 5; then 7 and 20.
      assertThat(store.count(5)).isEqualTo(10);
      assertThat(store.count(20)).isEqualTo(27);
    }
  }

  @Test
  void keep_fromManyThreads_keepsAll() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (SqliteStore store = open()) {
      List<Future<?>> kept =
          IntStream.range(0, 200)
              .<Future<?>>mapToObj(
                  r -> threads.submit(() -> store.keep("warm", result(r, true, r))))
              .toList();
      for (Future<?> one : kept) {
        one.get();
      }
      assertThat(IntStream.range(0, 200).mapToObj(r -> store.find("warm", r).orElseThrow()))
          .isEqualTo(IntStream.range(0, 200).mapToObj(r -> result(r, true, r)).toList());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void open_anotherStudy_startsAfreshAndSaysWhy() throws Exception {
    byte[] before = keepSome(2000);
    SortedMap<String, String> other = new TreeMap<>(STUDY);
    other.put("seed", "2008");
    other.put("program", "0.2");
    try (SqliteStore store = SqliteStore.open(folder, other)) {
      assertThat(store.replaced()).contains("program, seed");
      assertThat(store.count(2000)).isZero();
      store.keep("warm", result(0, true, 5));
    }
    assertThat(Files.size(folder.resolve("results.db"))).isLessThan(before.length / 2);
    try (SqliteStore store = SqliteStore.open(folder, other)) {
      assertThat(store.replaced()).isEmpty();
      assertThat(store.count(2000)).isEqualTo(1);
    }
  }

  @Test
  void open_anotherLayout_startsAfresh() throws Exception {
    keepSome(3);
    sql("PRAGMA user_version = 2", "DROP TABLE replication", "CREATE TABLE replication (x)");
    try (SqliteStore store = open()) {
      assertThat(store.replaced()).contains("layout of the file");
      store.keep("warm", result(0, true, 5));
    }
  }

  @Test
  void open_emptyFile_isTaken() throws Exception {
    Files.createFile(folder.resolve("results.db"));
    try (SqliteStore store = open()) {
      store.keep("warm", result(0, true, 5));
      assertThat(store.replaced()).isEmpty();
    }
  }

  private void assertRefusedAndLeft(byte[] bytes) throws Exception {
    Files.write(folder.resolve("results.db"), bytes);
    assertThatThrownBy(this::open)
        .isInstanceOf(ReportException.class)
        .hasMessage(
            folder.resolve("results.db")
                + " is damaged, or was not written by Hebe;"
                + " move that file away, or name another folder");
    assertThat(folder.resolve("results.db")).hasBinaryContent(bytes);
    assertThat(files()).containsExactly("results.db");
  }

  @Test
  void open_fileOfAnotherKind_isRefusedAndStays() throws Exception {
    assertRefusedAndLeft("my results\n".repeat(500).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void open_databaseOfAnotherProgram_isRefusedAndStays(String journal) throws Exception {
    sql("PRAGMA journal_mode = " + journal, "CREATE TABLE study (mine)");
    assertRefusedAndLeft(Files.readAllBytes(folder.resolve("results.db")));
  }

  @Test
  void open_cutFile_isRefusedAndStays() throws Exception {
    byte[] whole = keepSome(500);
    assertRefusedAndLeft(Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void find_changedBit_isNotTakenForAResult() throws Exception {
    keepSome(2);
    // Bytes 9 to 16 are the first numerator, after the number and the size of the list.
    sql(
        "UPDATE replication SET result = CAST(substr(result, 1, 15) || x'01' || substr(result, 17)"
            + " AS BLOB) WHERE number = 1");
    try (SqliteStore store = open()) {
      assertThat(store.find("warm", 0)).contains(result(0, true, 0));
      assertThatThrownBy(() -> store.find("warm", 1))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("results.db is damaged; move that file away");
    }
  }

  @Test
  void open_whileAnotherRunHasIt_isRefused() throws Exception {
    try (SqliteStore first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(ReportException.class)
          .hasMessage(
              folder.resolve("results.db")
                  + " is in use, probably by another run;"
                  + " wait until that one has ended, or name another folder");
      first.keep("warm", result(0, true, 5));
    }
    try (SqliteStore second = open()) {
      assertThat(second.find("warm", 0)).contains(result(0, true, 5));
    }
  }

  @Test
  void open_folderWithAwkwardName_worksThere() throws Exception {
    Path awkward = folder.resolve("a?mode=memory&b#c%20 d;é");
    try (SqliteStore store = SqliteStore.open(awkward, STUDY)) {
      store.keep("warm", result(0, true, 5));
    }
    assertThat(awkward.resolve("results.db")).isNotEmptyFile();
  }

  @Test
  void open_fileNamedLikeTheFolder_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("out"), "mine");
    assertThatThrownBy(() -> SqliteStore.open(file, STUDY))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void open_placeThatCannotBeWritten_isTheMachinesFailure() throws Exception {
    Files.createSymbolicLink(folder.resolve("results.db"), folder.resolve("missing/results.db"));
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessage(
            folder.resolve("results.db")
                + " cannot be opened; check the permissions of it and its folder");
  }
}
