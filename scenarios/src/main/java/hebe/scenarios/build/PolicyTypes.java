package hebe.scenarios.build;

import hebe.models.aging.Clearing;
import hebe.models.catalog.Catalog;
import hebe.models.client.Protection;
import hebe.models.client.Protection.FtTcp;
import hebe.models.policy.ModePolicy;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.Wait;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.scenarios.read.Variants;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done against aging. */
final class PolicyTypes {
  private static final TriggerTypes VMM = new TriggerTypes("guest");
  private static final TriggerTypes GUESTS = new TriggerTypes("service");
  private static final Key<Optional<Wait.Opening>> WINDOW =
      Key.optional(
          "window",
          "When it may be done; a rejuvenation that falls due outside waits for the next opening.",
          WindowTypes.opening(),
          "at any time");
  private static final Key<Optional<Double>> WAIT_FOR_REPAIR =
      Key.optional(
          "wait-for-repair",
          "How long a rejuvenation that is due waits for a repair that takes a part down anyway: of a guest of the VMM, of the service of a guest.",
          Delays.period(),
          "it does not wait");
  private static final Key<Optional<Double>> WAIT_FOR_QUIET =
      Key.optional(
          "wait-for-quiet",
          "How long a rejuvenation that is due waits for an hour in which the `load` of the host is low.",
          Delays.period(),
          "it does not wait");
  private static final Key<Optional<Double>> PULL_FORWARD =
      Key.optional(
          "pull-forward",
          "By how much an instant of `every` by the calendar may be pulled forward to a rejuvenation of a guest that falls due, so that one outage serves both.",
          Delays.period(),
          "none is");

  /** Those that a word names; what it says of a migration is said beside it. */
  private static final List<Mechanism> NAMED =
      List.of(
          Mechanism.Reboot.WARM,
          Mechanism.Reboot.SAVED,
          Mechanism.Reboot.COLD,
          new Migrate(
              new Migrate.Times.Given(new Deterministic(0), new Deterministic(0)),
              new Migrate.Emptied.Rebooted(Mechanism.Reboot.COLD),
              Migrate.Aborts.NONE,
              Migrate.Back.HOME));

  private static final Key<Clearing> CLEARS =
      ClearingTypes.key("clears", "How much of the age one takes away; 100 % is as good as new.");

  private PolicyTypes() {}

  /**
   * A policy as it was written.
   *
   * @param policy what it says
   * @param modeGiven whether it says a mode
   */
  record Written(Policy policy, boolean modeGiven) {}

  static Type<List<Located<Written>>> policies(Catalog catalog) {
    return Types.listOf(policy(catalog).located())
        .required()
        .uniqueBy("name", policy -> policy.value().policy().name());
  }

  private static Mapping<Written> policy(Catalog catalog) {
    Key<String> name = Key.required("name", "Name of the policy.", Types.identifier());
    Key<Optional<VmmPart>> vmm =
        Key.optional("vmm", "Rejuvenation of the VMM.", vmm(catalog), "never");
    Key<Optional<GuestPart>> guests =
        Key.optional("guests", "Rejuvenation of the guests.", guests(), "never");
    Key<Optional<FtTcp>> ftTcp =
        Key.optional(
            "ft-tcp",
            "FT-TCP for the clients of the guests.",
            FtTcpTypes.ftTcp(),
            "plain TCP: a server that fails forgets its connections");
    Key<ModePolicy> mode =
        Key.defaulted(
            "mode",
            "In which mode hosts with `self-virtualization` run.",
            ModeTypes.mode(),
            "always-virtual");
    return Mapping.of(
        "policy",
        "What is done against aging, and in which mode hosts run.",
        v -> {
          VmmPart host =
              v.get(vmm)
                  .orElse(
                      new VmmPart(
                          new RejuvenationPolicy.Never(), Mechanism.Reboot.COLD, Clearing.all()));
          GuestPart guest = v.get(guests).orElseGet(GuestPart::never);
          Policy plain =
              new Policy(
                      v.get(name),
                      host.when(),
                      host.by(),
                      guest.when(),
                      guest.by(),
                      guest.duration(),
                      v.get(mode),
                      new Protection.PlainTcp())
                  .clearing(host.clears(), guest.clears());
          return new Written(v.get(ftTcp).map(plain::with).orElse(plain), v.isGiven(mode));
        },
        name,
        vmm,
        guests,
        ftTcp,
        mode);
  }

  private static Mapping<VmmPart> vmm(Catalog catalog) {
    Key<Mechanism> by = Key.required("by", "How.", mechanism(catalog));
    Key<Migrate> migration =
        Key.defaulted(
            "migration",
            "How the guests are moved, with `by: migrate`.",
            MigrationType.type(),
            "{}");
    return Mapping.checked(
            "VMM rejuvenation",
            "When and how the VMM is rejuvenated.",
            v ->
                VMM.read(v)
                    .flatMap(due -> TriggerTypes.pulledForward(v, PULL_FORWARD, due))
                    .flatMap(due -> waiting(v, due))
                    .flatMap(when -> vmmPart(v, when, by, migration)),
            VMM.keysWith(
                PULL_FORWARD, WINDOW, WAIT_FOR_REPAIR, WAIT_FOR_QUIET, by, CLEARS, migration))
        .exactlyOneOf(VMM.ways());
  }

  private static Optional<VmmPart> vmmPart(
      Values read, RejuvenationPolicy when, Key<Mechanism> by, Key<Migrate> migration) {
    if (read.get(by) instanceof Migrate) {
      return Optional.of(new VmmPart(when, read.get(migration), read.get(CLEARS)));
    }
    return read.isGiven(migration)
        ? read.refuse(
            migration,
            "\"migration\" only with \"by: migrate\"",
            "another mechanism",
            "remove it, or migrate")
        : Optional.of(new VmmPart(when, read.get(by), read.get(CLEARS)));
  }

  private static Mapping<GuestPart> guests() {
    Key<Optional<DelayLaw>> duration =
        Key.optional(
            "duration",
            "How long one takes.",
            Delays.law(),
            "computed: shutdown, boot and start of the service of one guest, or start of the service alone");
    Key<GuestMechanism> by =
        Key.defaulted(
            "by",
            "How: the guest reboots, or only its service is started anew, which leaves the guest's own age as it is.",
            Types.choice(
                "guest mechanism", List.of(GuestMechanism.values()), GuestMechanism::label),
            GuestMechanism.GUEST_REBOOT.label());
    return Mapping.checked(
            "guest rejuvenation",
            "When and how the guests are rejuvenated.",
            v ->
                GUESTS
                    .read(v)
                    .flatMap(due -> waiting(v, due))
                    .flatMap(when -> guests(v, by, when, v.get(duration))),
            GUESTS.keysWith(WINDOW, WAIT_FOR_REPAIR, WAIT_FOR_QUIET, by, duration, CLEARS))
        .exactlyOneOf(GUESTS.ways());
  }

  private static Optional<GuestPart> guests(
      Values read, Key<GuestMechanism> by, RejuvenationPolicy when, Optional<DelayLaw> duration) {
    if (read.get(by) == GuestMechanism.SERVICE_RESTART && !Policy.byTimeAlone(when)) {
      return read.refuse(
          by,
          "\"service-restart\" only with \"every\" or \"at-age\", in a \"window\" or not",
          "a trigger that a restart of the service does not answer, as the guest stays as old as it was",
          "use \"guest-reboot\", or \"every\"");
    }
    if (read.get(by) == GuestMechanism.SERVICE_RESTART && read.isGiven(CLEARS)) {
      return read.refuse(
          CLEARS,
          "no \"clears\" with \"service-restart\", which leaves the guest's age as it is",
          "one",
          "remove it, or use \"guest-reboot\"");
    }
    return Optional.of(new GuestPart(when, read.get(by), duration, read.get(CLEARS)));
  }

  private static Type<Mechanism> mechanism(Catalog catalog) {
    Type<Mechanism> named =
        Types.choice(
            "mechanism",
            NAMED,
            Mechanism::label,
            List.of("{restart: 10 min}", "{in-place-update: {technique: hyfix-2022}}"));
    Variants<Mechanism> restart =
        Variants.<Mechanism>of(
                "restart",
                "A mechanism with settings: a restart of which only the duration is known, or an in-place update.")
            .with(
                "restart",
                "The host is down for this long, then its guests boot.",
                Delays.law().map(Mechanism.Restart::new))
            .with(
                "in-place-update",
                "The VMM is replaced under its guests, which stand still meanwhile.",
                InPlaceTypes.update(catalog));
    return Types.firstOf(named, restart);
  }

  /** What falls due, and what it then waits for. */
  private static Optional<RejuvenationPolicy> waiting(Values read, RejuvenationPolicy due) {
    if (read.get(WAIT_FOR_REPAIR).isPresent() && due instanceof RejuvenationPolicy.AfterCrash) {
      return read.refuse(
          WAIT_FOR_REPAIR, "no \"wait-for-repair\" with \"after-crash\"", "one", "remove it");
    }
    List<Wait> waits = new ArrayList<>();
    read.get(WINDOW).ifPresent(waits::add);
    read.get(WAIT_FOR_REPAIR).ifPresent(most -> waits.add(new Wait.Repair(most)));
    read.get(WAIT_FOR_QUIET).ifPresent(most -> waits.add(new Wait.Quiet(most)));
    return Optional.of(waits.isEmpty() ? due : new RejuvenationPolicy.Waiting(due, waits));
  }

  /** When and how the VMM is rejuvenated. */
  private record VmmPart(RejuvenationPolicy when, Mechanism by, Clearing clears) {}

  /** When and how the guests are rejuvenated, and how long it takes. */
  private record GuestPart(
      RejuvenationPolicy when, GuestMechanism by, Optional<DelayLaw> duration, Clearing clears) {
    static GuestPart never() {
      return new GuestPart(
          new RejuvenationPolicy.Never(),
          GuestMechanism.GUEST_REBOOT,
          Optional.empty(),
          Clearing.all());
    }
  }
}
