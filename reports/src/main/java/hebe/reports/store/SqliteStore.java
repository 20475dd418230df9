package hebe.reports.store;

import hebe.reports.ReportException;
import hebe.sim.study.ReplicationStore;
import hebe.sim.study.WorkResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Keeps the replications of one study in {@code results.db}.
 *
 * <p>What was kept survives the end of the process at any instant, also by a signal; when the
 * machine itself stops, the last few replications may be missing, but the file is sound. One run at
 * a time has the file; the lock is the operating system's and ends with the process.
 */
public final class SqliteStore implements ReplicationStore, AutoCloseable {
  /** Name of the file in a result folder. */
  public static final String NAME = "results.db";

  private final Path file;
  private final Connection connection;
  private final Optional<String> replaced;

  private SqliteStore(Path file, Connection connection, Optional<String> replaced) {
    this.file = file;
    this.connection = connection;
    this.replaced = replaced;
  }

  /**
   * Opens the store of a study, or makes one. Replications that an earlier run kept for another
   * study are removed; a file that is not Hebe's stays as it is.
   *
   * @param directory the result folder; it is made if it is not there
   * @param study all that the results are a function of, by name
   * @throws ReportException if the file is damaged, not Hebe's, or in use by another run
   * @throws IOException if the machine fails
   */
  public static SqliteStore open(Path directory, SortedMap<String, String> study)
      throws IOException, ReportException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new ReportException(
          directory + " is not a folder", "name another folder, or move that file away");
    }
    Files.createDirectories(directory);
    Path file = directory.resolve(NAME);
    Optional<Connection> open = Optional.empty();
    boolean claimed = false;
    try {
      open = Optional.of(Database.connect(file));
      Optional<String> replaced = Database.claim(open.get(), file, new TreeMap<>(study));
      claimed = true;
      return new SqliteStore(file, open.get(), replaced);
    } catch (SQLException e) {
      throw Fault.whileOpening(file, e);
    } finally {
      if (open.isPresent() && !claimed) {
        close(open.get(), file);
      }
    }
  }

  /** In what the study differed whose replications were removed; empty if none were. */
  public Optional<String> replaced() {
    return replaced;
  }

  /**
   * How many of the first replications of all policies need not be run. A policy in which nothing
   * is random needs only its first one.
   *
   * @param replications of each policy
   */
  public synchronized long count(int replications) throws IOException {
    String sql =
        "SELECT total(CASE WHEN random THEN 1 ELSE ?1 END) FROM replication WHERE number < ?1";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, replications);
      try (ResultSet row = select.executeQuery()) {
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw Fault.of(file, e);
    }
  }

  @Override
  public synchronized Optional<WorkResult> find(String policy, int replication) {
    String sql = "SELECT result, crc32c FROM replication WHERE policy = ? AND number = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, policy);
      select.setInt(2, replication);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(checked(row.getBytes(1), row.getLong(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(Fault.of(file, e));
    }
  }

  private WorkResult checked(byte[] bytes, long crc32c) {
    try {
      if (crc32c(bytes) != crc32c) {
        throw new IOException("the checksum of a replication is wrong");
      }
      return ResultBytes.read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(Fault.damaged(file, e));
    }
  }

  @Override
  public synchronized void keep(String policy, WorkResult result) {
    String sql = "INSERT INTO replication VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      byte[] bytes = ResultBytes.of(result);
      insert.setString(1, policy);
      insert.setInt(2, result.replication());
      insert.setInt(3, result.random() ? 1 : 0);
      insert.setBytes(4, bytes);
      insert.setLong(5, crc32c(bytes));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new UncheckedIOException(Fault.of(file, e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long crc32c(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Closes the file; nothing of the store is then beside it. */
  @Override
  public synchronized void close() throws IOException {
    close(connection, file);
  }

  private static void close(Connection connection, Path file) throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Fault.of(file, e);
    }
  }
}
