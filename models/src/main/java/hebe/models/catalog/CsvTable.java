package hebe.models.catalog;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads the data files that ship with Hebe, strictly: a missing column or a short row is a defect
 * of the file.
 */
public final class CsvTable {
  private CsvTable() {}

  /**
   * The rows of a resource of this module, each a map from column to text; empty cells are empty
   * strings.
   */
  public static List<Map<String, String>> read(String resource, List<String> columns) {
    try (InputStream in = CsvTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the data file " + resource + " is missing");
      }
      MappingIterator<Map<String, String>> rows =
          CsvMapper.builder()
              .enable(CsvReadFeature.FAIL_ON_MISSING_COLUMNS)
              .build()
              .readerFor(Map.class)
              .with(CsvSchema.emptySchema().withHeader())
              .readValues(in);
      List<Map<String, String>> all = rows.readAll();
      for (Map<String, String> row : all) {
        if (!row.keySet().containsAll(columns)) {
          throw new IllegalStateException(
              resource + " needs the columns " + columns + "; got " + row.keySet());
        }
      }
      return all;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("the data file " + resource + " cannot be read", e);
    }
  }
}
