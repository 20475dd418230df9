package hebe.models.fleet;

import static hebe.models.fleet.Operation.NEVER;
import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.guests;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.recovery.Mechanism;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a description refuses, and how a model names its subjects. */
class DescriptionTest {

  @Test
  void datacenter_withoutHosts_isRefused() {
    assertThatThrownBy(() -> new Datacenter(List.of(), Failures.none()))
        .hasMessageContaining("at least one host");
  }

  @Test
  void datacenter_namesThatMeanTwoThings_areRefused() {
    assertRefused(named("a", "b"), named("a", "c"));
    assertRefused(named("a", "a"));
    assertRefused(named("a", "b"), named("b", "c"));
    assertRefused(named("all", "b"));
    assertRefused(named("a", "all"));
    // The same group of guests on two groups of hosts is one subject on purpose.
    assertThat(
            new Datacenter(List.of(named("a", "web"), named("b", "web")), Failures.none()).hosts())
        .hasSize(2);
  }

  @Test
  void groups_withoutMembers_areRefused() {
    assertThatThrownBy(() -> Operation.hosts("host", 0, 1, Fixtures.hardware(), Fixtures.vmm()))
        .hasMessageContaining("host has 0");
    assertThatThrownBy(() -> new GuestGroup("web", 0, 1, Fixtures.os(), Fixtures.service()))
        .hasMessageContaining("web has 0");
  }

  @Test
  void failures_thatNobodyRepairs_areRefused() {
    assertThatThrownBy(() -> Operation.failures(crash(always(1), 0), none(), none()))
        .hasMessageContaining("needs a repair");
  }

  @Test
  void failures_withAStageThatDoesNotExist_areRefused() {
    LayerFailures aging =
        new LayerFailures(Optional.of(always(1)), Optional.empty(), always(0), Optional.empty());
    assertThatThrownBy(() -> new Failures(aging, none(), none(), none()))
        .hasMessageContaining("hardware has no aging");
    assertThatThrownBy(() -> new Failures(none(), none(), none(), aging))
        .hasMessageContaining("service has no aging");
  }

  @Test
  void policy_afterAnAgingThatNeverComes_isRefused() {
    AfterAging after = new AfterAging(always(1));
    assertThatThrownBy(
            () -> Operation.model(host(1), Failures.none(), vmm(after, Mechanism.Reboot.WARM)))
        .hasMessage("the VMM has no aging law to wait for");
    assertThatThrownBy(() -> Operation.model(host(1), Failures.none(), guests(after, 1)))
        .hasMessage("the guest has no aging law to wait for");
    assertThat(
            Operation.model(host(1), Failures.none(), vmm(NEVER, Mechanism.Reboot.WARM)).causes())
        .isEmpty();
  }

  @Test
  void subjects_areNamedByTheirGroups() {
    HostGroup hosts = Operation.hosts("host", 2, 2, Fixtures.hardware(), Fixtures.vmm());
    var subjects = Operation.model(hosts, Failures.none(), Operation.never()).subjects();
    assertThat(subjects.all())
        .extracting(subject -> subject.name() + " of " + subject.group())
        .containsExactly(
            "host-1 of host",
            "host-1/web-1 of web",
            "host-1/web-2 of web",
            "host-2 of host",
            "host-2/web-1 of web",
            "host-2/web-2 of web");
    assertThat(subjects.groups()).containsExactly("all", "web", "host");
    assertThat(subjects.members("all")).containsExactly(1, 2, 4, 5);
    assertThat(subjects.members("host")).containsExactly(0, 3);
  }

  private static void assertRefused(HostGroup... hosts) {
    assertThatThrownBy(() -> new Datacenter(List.of(hosts), Failures.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two different things");
  }

  private static HostGroup named(String host, String guest) {
    GuestGroup group = new GuestGroup(guest, 1, 1, Fixtures.os(), Fixtures.service());
    return new HostGroup(host, 1, Fixtures.hardware(), Fixtures.vmm(), List.of(group));
  }
}
