package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.migration.GuestMemory;
import hebe.models.migration.MigrationPresets;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Types;

/** How a guest writes to its memory. */
final class WritesType {
  private WritesType() {}

  /** Hot set and slow rate of a guest. */
  record Writes(double hotBytes, double slowBytesPerSecond) {
    GuestMemory of(double memoryBytes) {
      MigrationPresets presets = new MigrationPresets(Published.liveMigration());
      return presets.touching(presets.writing(memoryBytes, hotBytes, slowBytesPerSecond));
    }
  }

  static Mapping<Writes> type() {
    Key<Long> hot =
        Key.required("hot", "Memory that it writes again and again, at once.", Types.memoryBytes());
    Key<Double> slow =
        Key.required("slow", "Rate at which it dirties the rest.", Types.bytesPerSecond());
    return Mapping.of(
        "memory writes",
        "How a guest writes to its memory while it is copied.",
        read -> new Writes((double) read.get(hot), read.get(slow)),
        hot,
        slow);
  }
}
