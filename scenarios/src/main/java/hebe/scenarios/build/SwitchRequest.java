package hebe.scenarios.build;

import hebe.models.selfvirt.InUse;
import hebe.models.selfvirt.SwitchDesign;
import hebe.models.selfvirt.SwitchLaw;
import hebe.models.selfvirt.SwitchSize;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which attach and detach are asked for.
 *
 * @param law on the processor
 * @param cpu its name
 * @param size of the running system
 * @param design of the system that switches
 * @param uses whether attempts find sensitive code in use, one or more to compare
 * @param periodSeconds from one attempt to the next
 * @param runs how many switches are simulated, if any
 */
public record SwitchRequest(
    SwitchLaw law,
    String cpu,
    SwitchSize size,
    SwitchDesign design,
    List<InUse> uses,
    double periodSeconds,
    OptionalInt runs) {
  public SwitchRequest {
    uses = List.copyOf(uses);
  }
}
