package hebe.reports.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.reports.ReportException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FaultTest {
  private static final Path FILE = Path.of("out", "results.db");

  private static SQLException of(SQLiteErrorCode code) {
    return new SQLiteException("said by SQLite", code);
  }

  @Test
  void of_machineFails_saysWhatToDo() {
    assertThat(Fault.of(FILE, of(SQLiteErrorCode.SQLITE_FULL)))
        .hasMessageContaining("results.db: the disk is full; free some space");
    assertThat(Fault.of(FILE, of(SQLiteErrorCode.SQLITE_READONLY_DIRECTORY)))
        .hasMessageContaining("results.db may not be written; check its permissions");
    assertThat(Fault.of(FILE, of(SQLiteErrorCode.SQLITE_IOERR_FSYNC)))
        .hasMessageContaining("results.db: said by SQLite");
    assertThat(Fault.of(FILE, new SQLException("Error opening connection")))
        .hasMessageContaining("SQLite's library, which did not load")
        .hasMessageContaining("org.sqlite.tmpdir");
  }

  @Test
  void whileOpening_extendedCodes_meanTheSame() {
    assertThatThrownBy(
            () -> {
              throw Fault.whileOpening(FILE, of(SQLiteErrorCode.SQLITE_BUSY_RECOVERY));
            })
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("in use");
    assertThatThrownBy(
            () -> {
              throw Fault.whileOpening(FILE, of(SQLiteErrorCode.SQLITE_CORRUPT_INDEX));
            })
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("damaged");
  }
}
