package hebe.scenarios.cli;

import hebe.models.fleet.HostGroup;
import hebe.models.load.Execution;
import hebe.models.modes.SelfVirtualization;
import hebe.models.timing.Microarchitecture;
import hebe.models.timing.MitigationEra;
import hebe.models.timing.Mode;
import hebe.models.timing.Workload;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.TimingData;
import hebe.scenarios.build.TimingRequest;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which processors, modes and workloads are meant, and how costs are to be taken. */
final class TimingOptions {
  private static final String SWITCHING_CPU = "netburst-xeon-2400";
  private static final double SWITCHING_HERTZ = 3e9;

  @Option(
      names = "--cpu",
      paramLabel = "NAME",
      description = "Processor; see hebe list cpus. May be repeated.")
  private List<String> cpus = List.of();

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      description = "How the guest runs; see hebe list modes. May be repeated.")
  private List<String> modes = List.of();

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = "What the guest does; see hebe list workloads. May be repeated.")
  private List<String> workloads = List.of();

  @Option(
      names = "--compare",
      paramLabel = "modes",
      description = "All modes whose costs are known on the processor.")
  private Optional<Compared> compare;

  @Option(
      names = "--sweep",
      paramLabel = "cpu",
      description = "All processors on which costs of the mode are known.")
  private Optional<Swept> sweep;

  @Option(
      names = "--clock",
      paramLabel = "F",
      description = "Clock of the processor, for example \"3 GHz\"; its nominal one without it.")
  private Optional<String> clock;

  @Option(
      names = "--mitigations",
      paramLabel = "YEAR",
      description =
          "Defences against speculation: off, 2020 or 2026; as measured on the processor without it.")
  private Optional<String> mitigations;

  @Option(names = "--verified-only", description = "Takes costs that are not verified for lacking.")
  private boolean verifiedOnly;

  /** What can be compared. */
  private enum Compared {
    MODES;

    @Override
    public String toString() {
      return "modes";
    }
  }

  /** What can be swept. */
  private enum Swept {
    CPU;

    @Override
    public String toString() {
      return "cpu";
    }
  }

  /** What is asked for, if it can be. */
  List<TimingRequest> requests(TimingData data, Optional<Scenario> scenario) throws InputException {
    return scenario.isPresent() ? ofHosts(data, scenario.get()) : List.of(request(data));
  }

  /** Hosts of a scenario with the workloads on them; options take the place of what they say. */
  private List<TimingRequest> ofHosts(TimingData data, Scenario scenario) throws InputException {
    OptionValue options = new OptionValue();
    List<Workload> named = chosen(options, data);
    TimingRequest asked = processors(options, data, named);
    List<TimingRequest> requests = new ArrayList<>();
    for (Located<HostGroup> host : scenario.hosts()) {
      List<Workload> works = named.isEmpty() ? workloadsOf(host.value()) : named;
      if (!works.isEmpty()) {
        host.value().execution().ifPresent(runs -> requests.add(on(runs, works, asked)));
      }
    }
    if (requests.isEmpty()) {
      options.refuse(
          "FILE",
          "a host with \"mode\" and \"cpu\" in its VMM, and a \"workload\" of a guest or of \"self-virtualization\"",
          "none",
          "add them, or name workload, CPU and mode by options without a file");
    }
    options.finish();
    return requests.stream().distinct().toList();
  }

  private static List<Workload> workloadsOf(HostGroup host) {
    Stream<Workload> self =
        host.selfVirtualization().flatMap(SelfVirtualization::workload).stream();
    Stream<Workload> guests = host.guests().stream().flatMap(g -> g.workload().stream());
    return Stream.concat(self, guests).distinct().toList();
  }

  private TimingRequest on(Execution host, List<Workload> works, TimingRequest asked) {
    boolean here = asked.cpus().isEmpty();
    OptionalDouble clock =
        asked.clockHertz().isEmpty() && here
            ? OptionalDouble.of(host.clock().hertz())
            : asked.clockHertz();
    return new TimingRequest(
        here ? List.of(host.costs().microarchitecture().name()) : asked.cpus(),
        asked.modes().isEmpty() && compare.isEmpty() ? List.of(host.costs().mode()) : asked.modes(),
        works,
        clock,
        asked.mitigations(),
        asked.verifiedOnly());
  }

  private List<Workload> chosen(OptionValue options, TimingData data) {
    return options
        .all("--workload", workloads, named("workload", data.workloads().names()))
        .stream()
        .map(data.workloads()::get)
        .toList();
  }

  private TimingRequest request(TimingData data) throws InputException {
    OptionValue options = new OptionValue();
    List<Workload> chosen = chosen(options, data);
    require(options);
    return processors(options, data, chosen);
  }

  /** One processor in one mode. */
  Execution execution(TimingData data, OptionValue options) throws InputException {
    requireOne(options, "--cpu", cpus.size(), "netburst-xeon-2400");
    requireOne(options, "--mode", modes.size(), "xen-pv-32");
    TimingRequest request = processors(options, data, List.of());
    return Execution.of(
        data.costs(),
        data.rules(),
        request.cpus().get(0),
        request.modes().get(0),
        request.clockHertz(),
        OptionalDouble.empty());
  }

  /**
   * A paravirtual mode of one processor, to switch to; without a processor the Xeon of the costs of
   * Xen, at the 3 GHz of the published switch.
   */
  Execution paravirtual(TimingData data, OptionValue options) throws InputException {
    if (cpus.size() > 1 || modes.size() > 1) {
      String twice = cpus.size() > 1 ? "--cpu" : "--mode";
      options.refuse(twice, "at most one with --switch", "more", "leave all but one out");
    }
    if (!workloads.isEmpty() || compare.isPresent() || sweep.isPresent()) {
      options.refuse(
          workloads.isEmpty() ? compare.isPresent() ? "--compare" : "--sweep" : "--workload",
          "nothing about workloads with --switch",
          "one",
          "ask for one of the two");
    }
    TimingRequest request = processors(options, data, List.of());
    String cpu = request.cpus().stream().findFirst().orElse(SWITCHING_CPU);
    OptionalDouble hertz = request.clockHertz();
    if (hertz.isEmpty() && request.cpus().isEmpty()) {
      hertz = OptionalDouble.of(SWITCHING_HERTZ);
    }
    Mode mode = request.modes().stream().findFirst().orElse(Mode.XEN_PV_32);
    if (!cpu.equals(SWITCHING_CPU) || mode != Mode.XEN_PV_32) {
      options.refuse(
          cpu.equals(SWITCHING_CPU) ? "--mode" : "--cpu",
          "a processor and mode whose paravirtual costs are known",
          cpu + ", " + mode.label(),
          "write \"--cpu " + SWITCHING_CPU + "\" with the clock that you want");
      options.finish();
    }
    return Execution.of(data.costs(), data.rules(), cpu, mode, hertz, OptionalDouble.empty());
  }

  private static void requireOne(OptionValue options, String option, int count, String example) {
    if (count != 1) {
      options.refuse(
          option,
          "one with --operations or --connections",
          count == 0 ? "none" : Integer.toString(count),
          "write for example \"" + option + " " + example + "\"");
    }
  }

  private TimingRequest processors(OptionValue options, TimingData data, List<Workload> chosen)
      throws InputException {
    List<Mode> inModes =
        options.all("--mode", modes, Types.choice("mode", List.of(Mode.values()), Mode::label));
    List<String> onCpus =
        options.all("--cpu", cpus, named("CPU", data.costs().microarchitectures().names()));
    Optional<Double> hertz =
        clock.flatMap(text -> options.read("--clock", text, Types.frequencyHertz()));
    Optional<MitigationEra> era =
        mitigations.flatMap(
            text ->
                options.read(
                    "--mitigations",
                    text,
                    Types.choice(
                        "year of mitigations",
                        List.of(MitigationEra.values()),
                        MitigationEra::label)));
    options.finish();
    requireModes(options, data, onCpus, inModes, hertz.isPresent());
    options.finish();
    return new TimingRequest(
        sweep.isPresent() ? swept(data, inModes) : onCpus,
        inModes,
        chosen,
        hertz.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        era,
        verifiedOnly);
  }

  private static Type<String> named(String noun, List<String> names) {
    return Types.choice(noun, names, name -> name);
  }

  private void require(OptionValue options) {
    if (workloads.isEmpty()) {
      options.refuse(
          "--workload", "a workload", "none", "write for example \"--workload kernel-build\"");
    }
    if (cpus.isEmpty() == sweep.isEmpty()) {
      options.refuse(
          "--cpu",
          "a CPU, or --sweep cpu",
          cpus.isEmpty() ? "none" : "both",
          "write for example \"--cpu netburst-xeon-2400\"");
    }
    if (modes.isEmpty() == compare.isEmpty()) {
      options.refuse(
          "--mode",
          "a mode, or --compare modes",
          modes.isEmpty() ? "none" : "both",
          "write for example \"--mode xen-pv-32\"");
    }
  }

  private static void requireModes(
      OptionValue options,
      TimingData data,
      List<String> onCpus,
      List<Mode> inModes,
      boolean clockGiven) {
    for (String name : onCpus) {
      Microarchitecture cpu = data.costs().microarchitectures().get(name);
      for (Mode mode : inModes) {
        if (!cpu.supports(mode)) {
          options.refuse(
              "--mode",
              "a mode that " + name + " can have with " + cpu.extensions().words(),
              mode.label() + ", which needs " + mode.needs().words(),
              "costs are known of " + labels(data.costs().modes(name)));
        }
      }
      if (cpu.nominalHertz().isEmpty() && !clockGiven) {
        options.refuse(
            "--clock",
            "the clock of " + name + ", of which no part is named",
            "none",
            "write for example \"--clock '3 GHz'\"");
      }
    }
  }

  private static List<String> swept(TimingData data, List<Mode> inModes) {
    return data.costs().microarchitectures().names().stream()
        .filter(
            cpu ->
                inModes.isEmpty() || data.costs().modes(cpu).stream().anyMatch(inModes::contains))
        .toList();
  }

  private static String labels(List<Mode> known) {
    return String.join(", ", known.stream().map(Mode::label).toList());
  }
}
