package hebe.models.fleet;

import hebe.models.aging.Clearing;
import hebe.models.client.ClientMetrics;
import hebe.models.client.ClientModel;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.outage.Capacities;
import hebe.models.outage.Costs;
import hebe.models.outage.Metrics;
import hebe.models.outage.OutageRule;
import hebe.models.outage.Subjects;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Fates;
import hebe.models.recovery.Migrate;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A datacenter under one policy, as a model.
 *
 * @param model components, transitions and the reward {@code up} of every subject
 * @param causes for the number of a transition's shape the cause of the outages that it begins
 * @param hostCauses those that begin outages of a host; a guest suffers from all
 * @param subjects whose outages count, and how they are grouped
 * @param capacities of which groups the capacity is known, and what rewards it consists of
 * @param costs what they cost, if anybody says so
 * @param work what happens to self-virtualizing hosts and their work
 * @param clients whose connections they meet
 */
public record FleetModel(
    Model model,
    Map<Integer, Cause> causes,
    Set<Cause> hostCauses,
    Subjects subjects,
    Capacities capacities,
    Optional<Costs> costs,
    ModeEvents work,
    ClientModel clients) {
  /** Name of the reward that counts the rejuvenations of a VMM, where they cost. */
  static final String VMM_REJUVENATIONS = "rejuvenations of the vmm";

  /** Name of the reward that counts the rejuvenations of a guest, where they cost. */
  static final String GUEST_REJUVENATIONS = "rejuvenations of the guest";

  /** Name of the reward that is 1 while a subject is up. */
  public static final String UP = "up";

  /** Name of the reward that is the share of its native work that a guest gets done. */
  static final String CAPACITY = "capacity";

  /**
   * Name of the reward of a guest that its age, or that of its VMM, makes slow: the share of its
   * work that it does, 0 while it is down.
   */
  public static final String SPEED = "speed";

  /** Builds the model of a datacenter under a policy that nobody pays for. */
  public static FleetModel build(Datacenter datacenter, Policy policy) {
    return build(datacenter, policy, Optional.empty());
  }

  /** Builds the model of a datacenter under a policy. */
  public static FleetModel build(Datacenter datacenter, Policy policy, Optional<Costs> costs) {
    Failures failures = datacenter.failures();
    requireMet(policy.vmmWhen(), failures.vmm(), failures.guest(), "VMM");
    if (failures.microReboot().isPresent() && policy.vmmBy() instanceof Migrate) {
      throw new IllegalArgumentException(
          "what a micro-reboot does to guests that are being moved is not modelled");
    }
    requireMet(policy.guestWhen(), failures.guest(), failures.service(), "guest");
    requirePullable(policy);
    requireFit(policy.vmmClears(), failures.vmm(), "VMM");
    requireFit(policy.guestClears(), failures.guest(), "guest");
    requireWhole(datacenter, policy);
    ModelBuilder builder = new ModelBuilder();
    Causes causes = new Causes(costs.map(Costs::operations).orElse(false));
    for (HostGroup group : datacenter.hosts()) {
      Optional<SparePool> pool = SparePool.of(builder.root(), group, policy, failures);
      builder
          .root()
          .replicate(
              group.name(),
              group.count(),
              scope -> {
                if (group.selfVirtualization().isPresent()) {
                  new ModeScope(scope, group, failures, policy, causes).write();
                } else {
                  new HostScope(scope, group, failures, policy, causes, pool).write();
                }
              });
    }
    Model model = builder.build();
    Subjects subjects = subjects(model, datacenter);
    Set<Cause> ofHosts = Collections.unmodifiableSet(causes.ofHosts);
    return new FleetModel(
        model,
        Collections.unmodifiableMap(causes.byNumber),
        ofHosts,
        subjects,
        capacities(model, datacenter),
        costs.map(prices -> prices.withSpareHosts(sparesNeeded(datacenter, policy))),
        causes.work(),
        new ClientModel(datacenter.clients(), policy.protection(), subjects, ofHosts));
  }

  /** How many spare hosts there are for a policy that migrates; 0 for others. */
  private static int sparesNeeded(Datacenter datacenter, Policy policy) {
    boolean migrates =
        policy.vmmBy() instanceof Migrate
            && !(policy.vmmWhen() instanceof RejuvenationPolicy.Never);
    return migrates
        ? datacenter.hosts().stream()
            .filter(group -> group.selfVirtualization().isEmpty())
            .flatMap(group -> group.spares().stream())
            .mapToInt(Spares::count)
            .sum()
        : 0;
  }

  /** What is measured of its outages. */
  Metrics metrics() {
    return new Metrics(subjects, causes.values(), hostCauses, work.causes(), capacities);
  }

  /** What is measured of it, in order: outages, modes, its cost if it has one, its clients. */
  List<Measure> measures() {
    List<Measure> measures = new ArrayList<>(metrics().measures());
    measures.addAll(new ModeMetrics(this).measures());
    CostPerYear.of(this).ifPresent(cost -> measures.add(cost.measure()));
    measures.addAll(clientMetrics().measures());
    return measures;
  }

  /** What is measured of its clients. */
  ClientMetrics clientMetrics() {
    return new ClientMetrics(clients, metrics().causes());
  }

  /** When its outages begin and end, and why. */
  OutageRule outageRule() {
    return new OutageRule(model, causes, subjects);
  }

  /** The same datacenter under the same policy with other laws of its delays. */
  FleetModel retimed(Model other) {
    return new FleetModel(other, causes, hostCauses, subjects, capacities, costs, work, clients);
  }

  /** A policy that waits for what never comes would look like one that never acts. */
  private static void requireMet(
      RejuvenationPolicy when, LayerFailures layer, LayerFailures above, String name) {
    when.unmet(layer.aging(), above.fails())
        .ifPresent(
            need -> {
              throw new IllegalArgumentException(
                  "the " + name + " has no " + need.text() + " to wait for");
            });
  }

  /** What is pulled forward serves guests, so it has to come from them and to renew them. */
  private static void requirePullable(Policy policy) {
    if (pulls(policy.guestWhen())) {
      throw new IllegalArgumentException("only the schedule of a VMM is pulled forward");
    }
    if (pulls(policy.vmmWhen())
        && (policy.guestWhen() instanceof RejuvenationPolicy.Never
            || policy.vmmBy().fates().guestAge() != Fates.Fate.RESET)) {
      throw new IllegalArgumentException(
          "a schedule is pulled forward to rejuvenations of guests by what makes them fresh");
    }
  }

  private static boolean pulls(RejuvenationPolicy when) {
    return when.trigger() instanceof RejuvenationPolicy.TwoLevel both
        && both.leadSeconds().isPresent();
  }

  /** A host that puts a VMM under itself knows fresh starts only. */
  private static void requireWhole(Datacenter datacenter, Policy policy) {
    boolean part = policy.clearsInPart() || datacenter.failures().repairsInPart();
    if (part && datacenter.hosts().stream().anyMatch(h -> h.selfVirtualization().isPresent())) {
      throw new IllegalArgumentException(
          "a host that virtualizes itself is made as good as new, not in part");
    }
  }

  private static void requireFit(Clearing clearing, LayerFailures layer, String name) {
    clearing
        .misfit(layer.aging())
        .ifPresent(
            need -> {
              throw new IllegalArgumentException(
                  "such a rejuvenation of a " + name + " needs " + need);
            });
  }

  /** Names the rewards of capacity by the groups that they were written in. */
  private static Capacities capacities(Model model, Datacenter datacenter) {
    List<String> groups = new ArrayList<>();
    Set<String> silent = new LinkedHashSet<>();
    for (HostGroup host : datacenter.hosts()) {
      for (int copy = 0; copy < host.count(); copy++) {
        if (host.selfVirtualization().isPresent()) {
          groups.add(host.name());
        }
        for (GuestGroup guest : host.guests()) {
          if (guest.workload().isPresent()) {
            groups.addAll(Collections.nCopies(guest.count(), guest.name()));
          } else {
            silent.add(guest.name());
          }
        }
      }
    }
    return Capacities.of(model, CAPACITY, groups, silent);
  }

  /** Names the subjects of a model by the groups that they were written in. */
  private static Subjects subjects(Model model, Datacenter datacenter) {
    List<String> groups = new ArrayList<>();
    Set<String> guests = new LinkedHashSet<>();
    Set<String> hosts = new LinkedHashSet<>();
    for (HostGroup host : datacenter.hosts()) {
      hosts.add(host.name());
      for (int copy = 0; copy < host.count(); copy++) {
        groups.add(host.name());
        for (GuestGroup guest : host.guests()) {
          guests.add(guest.name());
          groups.addAll(Collections.nCopies(guest.count(), guest.name()));
        }
      }
    }
    return Subjects.of(model, UP, groups, guests, hosts);
  }

  /** Collects the causes while the model is written. */
  static final class Causes {
    private final Map<Integer, Cause> byNumber = new LinkedHashMap<>();
    private final Set<Cause> ofHosts = new LinkedHashSet<>();
    private final Set<Cause> ofSystems = new LinkedHashSet<>();
    private final Set<Integer> saving = new LinkedHashSet<>();
    private final Set<Integer> losing = new LinkedHashSet<>();
    private final boolean countsOperations;

    /** Causes of a model in which operations are counted, or are not. */
    Causes(boolean countsOperations) {
      this.countsOperations = countsOperations;
    }

    /** A transition begins outages of the host, and through it of its guests. */
    void ofHost(TransitionBuilder transition, Cause cause) {
      ofHosts.add(cause);
      ofGuest(transition, cause);
    }

    /** A transition begins outages of a self-virtualizing host, and rejuvenates no VMM. */
    void ofSystem(TransitionBuilder transition, Cause cause) {
      ofHost(transition, cause);
      ofSystems.add(cause);
    }

    /** A transition begins outages of a guest. */
    void ofGuest(TransitionBuilder transition, Cause cause) {
      byNumber.put(transition.number(), cause);
    }

    /** Each firing saves the work that a self-virtualizing host has done. */
    void saves(TransitionBuilder transition) {
      saving.add(transition.number());
    }

    /** Each firing loses the work that a self-virtualizing host has not saved. */
    void loses(TransitionBuilder transition) {
      losing.add(transition.number());
    }

    private ModeEvents work() {
      return new ModeEvents(saving, losing, ofSystems);
    }

    /** Each firing begins a planned operation on the part of a scope, which is counted if asked. */
    void operation(Scope scope, String reward, TransitionBuilder begin) {
      if (countsOperations) {
        scope.impulseReward(reward, 1, begin);
      }
    }
  }
}
