package hebe.scenarios.build;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.fleet.Spares;
import hebe.models.load.CacheUse;
import hebe.models.load.Execution;
import hebe.models.policy.LoadPattern;
import hebe.models.timing.CostModel;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.scenarios.build.VmmType.Vmm;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosts of a scenario and the guests on them. */
final class HostTypes {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private HostTypes() {}

  static Type<List<Located<HostGroup>>> hosts(
      Catalog catalog, TimingData timing, Map<String, Workload> workloads) {
    return Types.listOf(host(catalog, timing, workloads).located())
        .required()
        .uniqueBy("name", host -> host.value().name());
  }

  private static Mapping<HostGroup> host(
      Catalog catalog, TimingData timing, Map<String, Workload> workloads) {
    Key<String> name =
        Key.required(
            "name", "Name of the host; several are called name-1, name-2...", Types.identifier());
    Key<Integer> count =
        Key.defaulted("count", "How many such hosts there are.", Types.integer(1, 10_000), "1");
    Key<Profile> hardware =
        Key.defaulted(
            "hardware",
            "The machine.",
            ProfileType.of(catalog, Parameter.Kind.HARDWARE, "hardware profile"),
            "opteron-280-2006");
    Key<Vmm> vmm =
        Key.defaulted(
            "vmm", "The VMM with its control domain.", VmmType.of(catalog, timing), "xen-3.0.0");
    Key<List<GuestGroup>> guests =
        Key.defaulted(
            "guests",
            "Groups of guests on each of these hosts.",
            Types.listOf(guest(catalog, workloads)).uniqueBy("name", GuestGroup::name),
            "[]");
    Key<Optional<LoadPattern>> load =
        Key.optional(
            "load",
            "When its load is low, for policies that wait for that.",
            LoadTypes.load(),
            "nobody waits for it");
    Key<Optional<Spares>> spares =
        Key.optional(
            "spares",
            "Spare hosts that these hosts share, for a policy that migrates.",
            SpareTypes.spares(),
            "none");
    Key<Optional<SelfVirtualizationType.Given>> self =
        Key.optional(
            "self-virtualization",
            "How the system of the host puts the VMM under itself, if it can; then it has no other guests.",
            SelfVirtualizationType.type(workloads),
            "the host always runs its VMM");
    return Mapping.checked(
        "host",
        "A host, or several equal ones.",
        v ->
            runs(v, workloads(v.get(guests)), v.get(vmm).execution(), guests, vmm)
                ? selfVirtualizing(
                        v,
                        new HostGroup(
                            v.get(name),
                            v.get(count),
                            v.get(hardware),
                            v.get(vmm).profile(),
                            v.get(guests),
                            v.get(vmm).execution(),
                            v.get(load),
                            Optional.empty(),
                            v.get(spares)),
                        self,
                        vmm)
                    .flatMap(group -> fitting(v, group, guests))
                : Optional.empty(),
        name,
        count,
        hardware,
        vmm,
        guests,
        load,
        spares,
        self);
  }

  /** The same hosts with a system that can put the VMM under itself, if there is one. */
  private static Optional<HostGroup> selfVirtualizing(
      Values read, HostGroup group, Key<Optional<SelfVirtualizationType.Given>> key, Key<Vmm> vmm) {
    Optional<SelfVirtualizationType.Given> given = read.get(key);
    if (given.isEmpty()) {
      return Optional.of(group);
    }
    if (!group.guests().isEmpty()) {
      return read.refuse(
          key,
          "no \"guests\" beside \"self-virtualization\"",
          "some",
          "write those that are there on demand under \"hosting\"");
    }
    List<Workload> work = given.get().workload().stream().toList();
    return runs(read, work, group.execution(), key, vmm)
        ? given
            .get()
            .on(read, key, group.hardware(), group.execution())
            .map(group::withSelfVirtualization)
        : Optional.empty();
  }

  private static List<Workload> workloads(List<GuestGroup> guests) {
    return guests.stream().flatMap(guest -> guest.workload().stream()).toList();
  }

  /** Whether the costs of all that guests or a system do are known. */
  private static boolean runs(
      Values read,
      List<Workload> workloads,
      Optional<Execution> execution,
      Key<?> guestsKey,
      Key<?> vmm) {
    for (Workload workload : workloads) {
      if (execution.isEmpty()) {
        read.refuse(
            guestsKey,
            "\"workload\" only where \"vmm\" says how the guests run",
            "\"" + workload.name() + "\" without \"mode\" and \"cpu\"",
            "write for example \"vmm: {based-on: xen-3.0.0, mode: xen-pv-32,"
                + " cpu: netburst-xeon-2400}\"");
        return false;
      }
      CostModel costs = execution.get().costs();
      List<TrapEvent> lacking = SlowDown.lacking(workload, costs);
      if (!lacking.isEmpty()) {
        read.refuse(
            vmm,
            "a mode and a CPU with known costs of all that \"" + workload.name() + "\" does",
            costs.mode().label()
                + " on "
                + costs.microarchitecture().name()
                + " without that of "
                + String.join(", ", lacking.stream().map(TrapEvent::label).toList()),
            "choose others; see hebe timing --compare modes");
        return false;
      }
      if (!possible(read, workload, execution.get(), guestsKey)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the processor can do the work at all. */
  private static boolean possible(Values read, Workload workload, Execution execution, Key<?> key) {
    if (TimingStudy.possible(SlowDown.of(workload, execution.costs(), execution.clock()))) {
      return true;
    }
    read.refuse(
        key,
        "rates at which the processor has time left",
        "those of \"" + workload.name() + "\", whose events take longer than its native work",
        "write lower rates");
    return false;
  }

  /** A host whose guests fit into its memory. */
  private static Optional<HostGroup> fitting(Values read, HostGroup group, Key<?> guests) {
    double used =
        group.guests().stream().mapToDouble(guest -> guest.count() * guest.memoryGib()).sum()
            + group.vmm().get(Parameter.DOM0_MEMORY) / 1024;
    double there = group.hardware().get(Parameter.MEMORY);
    if (used > there) {
      return read.refuse(
          guests,
          "guests and control domain of at most "
              + Shown.number(there)
              + " GiB in all, the memory of "
              + group.hardware().name(),
          Shown.number(used) + " GiB",
          "take fewer or smaller guests, or write more memory under \"hardware\"");
    }
    return Optional.of(group);
  }

  private static Mapping<GuestGroup> guest(Catalog catalog, Map<String, Workload> workloads) {
    Key<String> name =
        Key.required(
            "name", "Name of the guest; several are called name-1, name-2...", Types.identifier());
    Key<Integer> count =
        Key.defaulted(
            "count", "How many such guests each host has.", Types.integer(1, 10_000), "1");
    Key<Double> memory =
        Key.required(
            "memory", "Memory of one guest.", Types.memoryBytes().map(bytes -> bytes / GIB));
    Key<Profile> os =
        Key.defaulted(
            "os",
            "Its system.",
            ProfileType.of(catalog, Parameter.Kind.OS, "guest system profile"),
            "linux-2.6.12");
    Key<Profile> service =
        Key.defaulted(
            "service",
            "The service in it.",
            ProfileType.of(catalog, Parameter.Kind.SERVICE, "service profile"),
            "none");
    Key<Optional<Workload>> workload =
        Key.optional(
            "workload",
            "What it does at the scale of cycles, by its name: one of `hebe list workloads`, or of"
                + " `workloads` in the file.",
            Types.reference("workload", List.copyOf(workloads.keySet())).map(workloads::get),
            "capacity and overhead are not computed");
    Key<Optional<WritesType.Writes>> writes =
        Key.optional(
            "writes",
            "How it writes to its memory, for its migration.",
            WritesType.type(),
            "as SPECweb99 did, in proportion to its memory (calibrated, of another guest)");
    Key<Optional<CacheUse>> pageCache =
        Key.optional(
            "page-cache",
            "What it loses after a boot that emptied its page cache.",
            PageCacheTypes.type(),
            "it is at full speed as soon as it is up");
    return Mapping.checked(
        "guest",
        "A guest, or several equal ones.",
        v ->
            PageCacheTypes.fits(v, pageCache, v.get(memory))
                ? Optional.of(
                    new GuestGroup(
                        v.get(name),
                        v.get(count),
                        v.get(memory),
                        v.get(os),
                        v.get(service),
                        v.get(workload),
                        v.get(writes).map(like -> like.of(v.get(memory) * GIB)),
                        v.get(pageCache)))
                : Optional.empty(),
        name,
        count,
        memory,
        os,
        service,
        workload,
        writes,
        pageCache);
  }
}
