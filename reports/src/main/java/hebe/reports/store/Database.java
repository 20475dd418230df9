package hebe.reports.store;

import hebe.reports.ReportException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sqlite.JDBC;

/** The file of a store: found to be this study's, made so, or refused. */
final class Database {
  private static final int HEBE = 0x48656265;
  private static final int LAYOUT = 1;

  private final Connection connection;
  private final Path file;

  private Database(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  /** Opens the file, which is made if it is not there. Nothing is read or locked yet. */
  static Connection connect(Path file) throws SQLException {
    // As a URI, so that no character of a folder's name means anything.
    return JDBC.createConnection("jdbc:sqlite:" + file.toUri(), new Properties());
  }

  /**
   * Takes the database for one study and for this connection alone.
   *
   * @return in what the study differs whose replications were removed, if there was another one
   */
  static Optional<String> claim(Connection connection, Path file, SortedMap<String, String> study)
      throws SQLException, ReportException {
    Database database = new Database(connection, file);
    database.lock();
    boolean hebes = database.isHebes();
    Optional<String> other = hebes ? database.differences(study) : Optional.empty();
    database.journal();
    if (!hebes || other.isPresent()) {
      database.create(study);
    }
    if (other.isPresent()) {
      database.execute("VACUUM");
    }
    return other;
  }

  /** The lock that this transaction takes stays until the connection is closed. */
  private void lock() throws SQLException {
    execute("PRAGMA busy_timeout = 1000");
    execute("PRAGMA locking_mode = EXCLUSIVE");
    execute("BEGIN EXCLUSIVE");
    execute("COMMIT");
  }

  /** Whether the database is Hebe's and sound; an empty one is nobody's, any other is refused. */
  private boolean isHebes() throws SQLException, ReportException {
    boolean hebes = number("PRAGMA application_id") == HEBE;
    boolean empty = number("SELECT count(*) FROM sqlite_master") == 0;
    if (!empty && (!hebes || !text("PRAGMA quick_check(1)").equals("ok"))) {
      throw Fault.foreign(file);
    }
    return !empty;
  }

  /** A commit is then one write at the end of a file, which a killed process cannot undo. */
  private void journal() throws SQLException {
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = NORMAL");
  }

  private Optional<String> differences(SortedMap<String, String> study) throws SQLException {
    if (number("PRAGMA user_version") != LAYOUT) {
      return Optional.of("layout of the file");
    }
    SortedMap<String, String> there = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, value FROM study")) {
      while (rows.next()) {
        there.put(rows.getString(1), rows.getString(2));
      }
    }
    TreeSet<String> names = new TreeSet<>(study.keySet());
    names.addAll(there.keySet());
    names.removeIf(name -> study.containsKey(name) && study.get(name).equals(there.get(name)));
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private void create(SortedMap<String, String> study) throws SQLException {
    execute("BEGIN");
    execute("DROP TABLE IF EXISTS study");
    execute("DROP TABLE IF EXISTS replication");
    execute("CREATE TABLE study (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
    execute(
        "CREATE TABLE replication (policy TEXT, number INTEGER, random INTEGER NOT NULL,"
            + " result BLOB NOT NULL, crc32c INTEGER NOT NULL, PRIMARY KEY (policy, number))");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO study VALUES (?, ?)")) {
      for (Map.Entry<String, String> part : study.entrySet()) {
        insert.setString(1, part.getKey());
        insert.setString(2, part.getValue());
        insert.executeUpdate();
      }
    }
    execute("PRAGMA user_version = " + LAYOUT);
    execute("PRAGMA application_id = " + HEBE);
    execute("COMMIT");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int number(String sql) throws SQLException {
    return Integer.parseInt(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
