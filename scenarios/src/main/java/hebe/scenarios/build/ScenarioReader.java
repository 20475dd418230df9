package hebe.scenarios.build;

import hebe.models.aging.LeakPresets;
import hebe.models.catalog.Catalog;
import hebe.models.client.Population;
import hebe.models.failure.Failures;
import hebe.models.fleet.HostGroup;
import hebe.models.outage.Costs;
import hebe.models.timing.Workload;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.SourceFile;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.YamlTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads scenario files; all problems of a file are collected. */
public final class ScenarioReader {
  private final Key<Integer> version =
      Key.required("hebe", "Version of the format of scenarios.", Types.integer(1, 1));
  private final Key<String> name =
      Key.required("name", "What the scenario is called in results.", Types.text());
  private final Key<String> description =
      Key.defaulted("description", "What it is about.", Types.text(), "no description");
  private final Catalog catalog;
  private final TimingData timing = TimingData.load();
  private final WorkloadTypes workloads = new WorkloadTypes(timing.workloads());
  private final Key<List<Located<Population>>> clients =
      Key.defaulted(
          "clients",
          "Clients of the guests: what outages mean for their connections.",
          ClientTypes.clients(),
          "[]");
  private final Key<Failures> failures;
  private final Key<List<Located<PolicyTypes.Written>>> policies;
  private final Key<StudySettings> study =
      Key.defaulted("study", "How the scenario is studied.", StudySettings.type(), "{}");
  private final Key<Optional<Located<Costs>>> costs =
      Key.optional(
          "costs",
          "What downtime and operations cost.",
          CostTypes.costs().located(),
          "nothing is priced");
  private final Key<Map<String, Located<SweepAxis>>> sweep =
      Key.defaulted(
          "sweep",
          "Numbers to put at places of this file, by their paths; every combination is studied.",
          SweepAxis.sweep(),
          "{}");

  /** A reader that knows the profiles of this catalog. */
  public ScenarioReader(Catalog catalog) {
    this.catalog = catalog;
    failures =
        Key.defaulted(
            "failures",
            "How the layers of every host fail.",
            FailureTypes.failures(LeakPresets.load(), catalog),
            "{}");
    policies = Key.required("policies", "The policies to compare.", PolicyTypes.policies(catalog));
  }

  /** Reads a file; empty if it has a problem. */
  public Optional<Scenario> read(Path file, Problems problems) {
    return SourceFile.read(file, problems).flatMap(source -> read(source, problems));
  }

  /** Reads a text; empty if it has a problem. */
  public Optional<Scenario> read(SourceFile source, Problems problems) {
    Optional<MapNode> tree = YamlTree.parse(source, problems);
    Optional<Scenario> scenario = tree.flatMap(top -> bind(source, top, problems));
    return problems.isEmpty()
        ? scenario.flatMap(read -> swept(source, tree.orElseThrow(), read, problems))
        : Optional.empty();
  }

  private Optional<Scenario> bind(SourceFile source, MapNode tree, Problems problems) {
    Optional<Scenario> scenario = declared(source, workloads.knownIn(tree)).bind(tree, problems);
    scenario.ifPresent(read -> new CrossChecks(read, problems).run());
    return scenario;
  }

  private Optional<Scenario> swept(
      SourceFile source, MapNode tree, Scenario base, Problems problems) {
    Optional<Map<String, Located<SweepAxis>>> axes =
        tree.entry(sweep.name()).flatMap(entry -> SweepAxis.sweep().bind(entry.value(), problems));
    List<PolicyRun> runs =
        axes.filter(given -> !given.isEmpty())
            .map(
                given ->
                    new Sweep(tree, given, (top, own) -> bind(source, top, own), problems)
                        .runs(base))
            .orElse(List.of());
    return problems.isEmpty() ? Optional.of(base.withSweep(runs)) : Optional.empty();
  }

  /** The keys of a scenario; the reference and the JSON Schema are made from them. */
  public Mapping<Scenario> declared() {
    return declared(new SourceFile("", ""), workloads.shipped());
  }

  private Mapping<Scenario> declared(SourceFile source, Map<String, Workload> known) {
    Key<List<Located<HostGroup>>> hosts =
        Key.required("hosts", "The hosts.", HostTypes.hosts(catalog, timing, known));
    return Mapping.of(
        "scenario",
        "A datacenter, what fails in it, and the policies to compare.",
        read ->
            new Scenario(
                read.get(name),
                read.get(description),
                ScenarioHash.of(
                    source,
                    read.get(failures),
                    read.get(policies).stream().map(written -> written.value().policy()).toList()),
                read.get(hosts),
                read.get(clients),
                read.get(failures),
                read.get(policies).stream()
                    .map(written -> new Located<>(written.value().policy(), written.place()))
                    .toList(),
                read.get(policies).stream()
                    .map(Located::value)
                    .filter(PolicyTypes.Written::modeGiven)
                    .map(written -> written.policy().name())
                    .collect(Collectors.toUnmodifiableSet()),
                read.get(study),
                read.get(costs),
                List.of()),
        version,
        name,
        description,
        workloads.key(),
        hosts,
        clients,
        failures,
        policies,
        study,
        costs,
        sweep);
  }
}
