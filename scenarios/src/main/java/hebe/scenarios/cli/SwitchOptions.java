package hebe.scenarios.cli;

import hebe.models.load.Execution;
import hebe.models.selfvirt.InUse;
import hebe.models.selfvirt.SensitiveCode;
import hebe.models.selfvirt.SwitchDesign;
import hebe.models.selfvirt.SwitchLaw;
import hebe.models.selfvirt.SwitchSize;
import hebe.reports.number.Numbers;
import hebe.scenarios.build.SwitchRequest;
import hebe.scenarios.build.TimingData;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What attaches and detaches a VMM, and under which load. */
final class SwitchOptions {
  private static final int MOST_RUNS = 1_000_000;

  /** Beyond it hardly any switch comes about. */
  private static final double MOST_IN_USE = 0.999;

  /** Minutes of one core. */
  private static final int MOST_ATTEMPTS = 200_000_000;

  private static final int MOST_CPUS = 1024;
  private static final int MOST_PAGES = 1_000_000_000;
  private static final List<InUse> USUAL =
      List.of(new InUse.Given(0), new InUse.Given(0.01), new InUse.Given(0.1));

  @Option(
      names = "--switch",
      description =
          "Instead: what it costs to attach a VMM to the running system, and to detach it.")
  private boolean asked;

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "Whether the page records of the VMM that --switch is about are made at the switch (recompute) or always kept (track); recompute without it.")
  private Optional<String> variant;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Processes of the system that --switch is about; 20 without it.")
  private Optional<Integer> processes;

  @Option(
      names = "--page-table-pages",
      paramLabel = "N",
      description = "Pages of their page tables; 7 for each process without it.")
  private Optional<Integer> pageTablePages;

  @Option(
      names = "--mapped-pages",
      paramLabel = "N",
      description = "Pages that these map; 500 for each process without it.")
  private Optional<Integer> mappedPages;

  @Option(
      names = "--cpus",
      paramLabel = "N",
      description = "CPUs of the machine that --switch is about; 1 without it.")
  private Optional<Integer> cpus;

  @Option(
      names = "--load-vmm",
      description = "The VMM is not kept ready but loaded and initialised at the switch.")
  private boolean loadVmm;

  @Option(
      names = "--every-frame",
      description = "The switch passes the record of every frame of the memory.")
  private boolean everyFrame;

  @Option(
      names = "--in-use",
      paramLabel = "P",
      description =
          "Chance that an attempt to switch finds sensitive code in use, for example \"1 %%\"; 0, 1 %% and 10 %% without it.")
  private Optional<String> inUse;

  @Option(
      names = "--sensitive-rate",
      paramLabel = "R",
      description =
          "Instead of --in-use: entries into sensitive code on each CPU, for example \"10000 /s\".")
  private Optional<String> sensitiveRate;

  @Option(
      names = "--sensitive-length",
      paramLabel = "T",
      description = "How long one lasts in the mean, for example \"2 us\".")
  private Optional<String> sensitiveLength;

  @Option(
      names = "--retry",
      paramLabel = "T",
      description = "Time from one attempt to the next; 10 ms without it.")
  private Optional<String> retry;

  /** Whether it is asked for at all. */
  boolean asked() {
    return asked;
  }

  /** Refuses what says something about a switch that is not asked for. */
  void requireSwitch() throws InputException {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--variant", variant.isPresent());
    given.put("--processes", processes.isPresent());
    given.put("--page-table-pages", pageTablePages.isPresent());
    given.put("--mapped-pages", mappedPages.isPresent());
    given.put("--cpus", cpus.isPresent());
    given.put("--load-vmm", loadVmm);
    given.put("--every-frame", everyFrame);
    given.put("--in-use", inUse.isPresent());
    given.put("--sensitive-rate", sensitiveRate.isPresent());
    given.put("--sensitive-length", sensitiveLength.isPresent());
    given.put("--retry", retry.isPresent());
    OptionValue read = new OptionValue();
    given.forEach(
        (option, there) -> {
          if (there) {
            read.refuse(option, "--switch beside it", "none", "add --switch or leave it out");
          }
        });
    read.finish();
  }

  /** What is asked for. */
  SwitchRequest request(
      TimingData data, TimingOptions processor, String memory, Optional<String> simulate)
      throws InputException {
    OptionValue read = new OptionValue();
    Execution execution = processor.paravirtual(data, read);
    SwitchLaw law = SwitchLaw.of(execution.costs(), execution.clock());
    SwitchSize size = size(law, memory, read);
    SwitchDesign.Records records =
        variant
            .flatMap(
                text ->
                    read.read(
                        "--variant",
                        text,
                        Types.choice(
                            "variant", SwitchDesign.Records.all(), SwitchDesign.Records::label)))
            .orElse(SwitchDesign.Records.RECOMPUTED);
    List<InUse> uses = uses(read);
    double period =
        retry
            .flatMap(
                text -> read.read("--retry", text, Types.durationSeconds(Bounds.closed(1e-6, 60))))
            .orElse(law.retry(0).periodSeconds());
    Optional<Integer> runs =
        simulate.flatMap(text -> count(read, "--simulate", text, 1, MOST_RUNS));
    read.finish();
    uses.forEach(use -> requireEnd(read, use, size.cpus(), period, runs));
    read.finish();
    return new SwitchRequest(
        law,
        execution.costs().microarchitecture().name(),
        size,
        new SwitchDesign(records, !loadVmm, everyFrame),
        uses,
        period,
        runs.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private SwitchSize size(SwitchLaw law, String memory, OptionValue read) {
    double bytes =
        read.read("--memory", memory, Types.memoryBytes()).map(Long::doubleValue).orElse(1.0);
    int several =
        cpus.flatMap(number -> count(read, "--cpus", Integer.toString(number), 1, MOST_CPUS))
            .orElse(1);
    double usual = law.figures().input("light-processes").value();
    SwitchSize size =
        SwitchSize.of(
            law.figures(), bytes, number(read, "--processes", processes).orElse(usual), several);
    size =
        number(read, "--page-table-pages", pageTablePages)
            .map(size::withPageTablePages)
            .orElse(size);
    return number(read, "--mapped-pages", mappedPages).map(size::withMappedPages).orElse(size);
  }

  private static Optional<Double> number(OptionValue read, String option, Optional<Integer> given) {
    return given
        .flatMap(number -> count(read, option, Integer.toString(number), 0, MOST_PAGES))
        .map(Integer::doubleValue);
  }

  /** A whole number within bounds. */
  private static Optional<Integer> count(
      OptionValue read, String option, String text, int low, int high) {
    try {
      int number = Integer.parseInt(text);
      if (low <= number && number <= high) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // The same message as for a number out of range.
    }
    read.refuse(
        option,
        "a whole number from " + low + " to " + high,
        text,
        "write for example \"" + option + " 4\"");
    return Optional.empty();
  }

  /** What a simulation can end with: attempts that succeed now and then, and not too many. */
  private static void requireEnd(
      OptionValue read, InUse use, int cpus, double period, Optional<Integer> runs) {
    double chance = use.probability(cpus);
    if (chance > MOST_IN_USE) {
      read.refuse(
          "--sensitive-rate",
          "sensitive code that at most 99.9 % of the attempts find in use",
          Numbers.significant(100 * chance, 6) + " % on all CPUs together",
          "give a lower rate, a shorter length or fewer CPUs");
      return;
    }
    double stretch = use instanceof InUse.ByLoad load ? load.code().sensitiveSeconds() / period : 0;
    double attempts = runs.orElse(0) * Math.max(1, stretch) / (1 - chance);
    if (attempts > MOST_ATTEMPTS) {
      read.refuse(
          "--simulate",
          "about " + MOST_ATTEMPTS + " attempts at most",
          "about " + Numbers.significant(attempts, 2),
          "simulate fewer switches, or attempt more seldom by --retry");
    }
  }

  private List<InUse> uses(OptionValue read) {
    if (inUse.isPresent() && (sensitiveRate.isPresent() || sensitiveLength.isPresent())) {
      String beside = sensitiveRate.isPresent() ? "--sensitive-rate" : "--sensitive-length";
      read.refuse(
          "--in-use",
          "a chance, or rate and length of sensitive stretches",
          "--in-use and " + beside,
          "leave one of them out");
      return USUAL;
    }
    if (sensitiveRate.isPresent() != sensitiveLength.isPresent()) {
      String lacking = sensitiveRate.isPresent() ? "--sensitive-length" : "--sensitive-rate";
      read.refuse(
          lacking,
          "both, rate and length of sensitive stretches",
          "only one",
          "write for example \"--sensitive-rate '10000 /s' --sensitive-length '2 us'\"");
      return USUAL;
    }
    if (sensitiveRate.isPresent()) {
      Optional<Double> rate =
          read.read(
              "--sensitive-rate", sensitiveRate.get(), Types.ratePerSecond(Bounds.closed(0, 1e9)));
      Optional<Double> length =
          read.read(
              "--sensitive-length",
              sensitiveLength.get(),
              Types.durationSeconds(Bounds.closed(0, 1)));
      return rate.isPresent() && length.isPresent()
          ? List.of(new InUse.ByLoad(SensitiveCode.of(rate.get(), length.get())))
          : USUAL;
    }
    return inUse
        .flatMap(text -> read.read("--in-use", text, Types.share(Bounds.closed(0, 0.99))))
        .<List<InUse>>map(chance -> List.of(new InUse.Given(chance)))
        .orElse(USUAL);
  }
}
