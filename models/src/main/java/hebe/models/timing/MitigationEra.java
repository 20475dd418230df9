package hebe.models.timing;

/** Defences against speculation that a kernel has, by the years that costs are known for. */
public enum MitigationEra {
  /** None: before 2018. */
  NONE("off"),
  /** Those of 2020. */
  OF_2020("2020"),
  /** Those of 2026. */
  OF_2026("2026");

  private final String label;

  MitigationEra(String label) {
    this.label = label;
  }

  /** Its name in scenarios. */
  public String label() {
    return label;
  }
}
