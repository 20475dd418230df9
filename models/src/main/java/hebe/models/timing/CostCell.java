package hebe.models.timing;

/**
 * One cell of a cost table.
 *
 * @param microarchitecture name of the processor
 * @param mode how the guest runs
 * @param event what happens
 * @param cost what it costs
 */
public record CostCell(String microarchitecture, Mode mode, TrapEvent event, Cost cost) {
  /** How the cell is called in messages and reports. */
  public String label() {
    return microarchitecture + " " + mode.label() + " " + event.label();
  }
}
