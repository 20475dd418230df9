package hebe.scenarios.build;

import hebe.models.timing.MitigationEra;
import hebe.models.timing.Mode;
import hebe.models.timing.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which slow-downs are asked for: of every workload in every mode on every processor.
 *
 * @param cpus names of processors
 * @param modes how guests run; empty for all that have costs on a processor
 * @param workloads what they do
 * @param clockHertz instead of the nominal clocks
 * @param mitigations era of the defences against speculation, where exits are to be composed
 * @param verifiedOnly whether costs that are not verified are taken for lacking
 */
public record TimingRequest(
    List<String> cpus,
    List<Mode> modes,
    List<Workload> workloads,
    OptionalDouble clockHertz,
    Optional<MitigationEra> mitigations,
    boolean verifiedOnly) {
  public TimingRequest {
    cpus = List.copyOf(cpus);
    modes = List.copyOf(modes);
    workloads = List.copyOf(workloads);
  }
}
