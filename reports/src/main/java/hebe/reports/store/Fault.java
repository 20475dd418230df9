package hebe.reports.store;

import hebe.reports.ReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of SQLite means, in words. */
final class Fault {
  private static final String ELSEWHERE = "move that file away, or name another folder";

  private Fault() {}

  /**
   * The machine's failure, to be thrown.
   *
   * @throws ReportException if it is not the machine's: another run has the file, or it is none of
   *     Hebe's
   */
  static IOException whileOpening(Path file, SQLException e) throws ReportException {
    switch (primary(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          throw new ReportException(
              file + " is in use, probably by another run",
              "wait until that one has ended, or name another folder");
      case SQLITE_NOTADB, SQLITE_CORRUPT -> throw foreign(file);
      default -> {
        return of(file, e);
      }
    }
  }

  static ReportException foreign(Path file) {
    return new ReportException(file + " is damaged, or was not written by Hebe", ELSEWHERE);
  }

  static IOException damaged(Path file, Throwable cause) {
    return new IOException(file + " is damaged; " + ELSEWHERE, cause);
  }

  static IOException of(Path file, SQLException e) {
    String what =
        switch (primary(e)) {
          case SQLITE_FULL ->
              ": the disk is full; free some space, then the same command continues";
          case SQLITE_READONLY, SQLITE_PERM -> " may not be written; check its permissions";
          case SQLITE_CANTOPEN -> " cannot be opened; check the permissions of it and its folder";
          case SQLITE_CORRUPT, SQLITE_NOTADB -> " is damaged; " + ELSEWHERE;
          case UNKNOWN_ERROR ->
              " needs SQLite's library, which did not load; name a folder for programs, for example"
                  + " HEBE_JAVA_OPTS=-Dorg.sqlite.tmpdir=$HOME";
          default -> ": " + e.getMessage();
        };
    return new IOException(file + what, e);
  }

  /** The kind of failure, without its extensions; unknown if it does not come from SQLite. */
  private static SQLiteErrorCode primary(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
