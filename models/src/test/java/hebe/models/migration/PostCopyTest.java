package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import org.junit.jupiter.api.Test;

class PostCopyTest {
  private static final MigrationPresets PRESETS = new MigrationPresets(Published.liveMigration());

  /** A page of 4096 B takes 1/8 s; half a round trip is 1/8 s; the state takes 2 s. */
  private static final PostCopyLink SLOW =
      new PostCopyLink(8 * 32_768, 0.25, 65_536, new SwitchOver(0, 0));

  @Test
  void guestThatTouchesNothing_getsEveryPageOnce() {
    PostCopyRun run = PostCopy.run(memory(8, 0, 1), SLOW, Push.SEQUENTIAL);
    assertThat(run.pages()).isEqualTo(8);
    assertThat(run.totalBytes()).isEqualTo(8 * 4096 + 65_536);
    assertThat(run.faults() + run.waits()).isZero();
    // 8 pages and half a round trip.
    assertThat(run.pushSeconds()).isEqualTo(1.125);
    assertThat(run.downtimeSeconds()).isEqualTo(2);
    assertThat(run.durationSeconds()).isEqualTo(3.125);
  }

  @Test
  void everyPage_crossesOnce_underEveryOrder() {
    for (Push push : Push.values()) {
      for (double touches : new double[] {1e2, 2e4, 1e6}) {
        PostCopyMemory memory = new PostCopyMemory(4096, 10_000, 6_000, 64, touches, 5);
        PostCopyRun run = PostCopy.run(memory, PRESETS.postCopyLink(), push);
        assertThat(run.pages()).isEqualTo(10_000);
        assertThat(run.totalBytes()).isEqualTo(10_000 * 4096.0 + 1e6);
        assertThat(run.faults() + run.waits()).isLessThanOrEqualTo(6_000);
      }
    }
  }

  @Test
  void firstTouch_ofAPageThatIsMissing_waitsForRequestAndPage() {
    // One run of all pages, touched from page 0 once a second. The touch at 0 is a fault; page 0
    // leaves at once, without being asked for, and is there at 0.25. The next touch at 1.25 s finds
    // all other pages.
    PostCopyRun run = PostCopy.run(memory(8, 8, 8), SLOW, Push.SEQUENTIAL);
    assertThat(run.faults()).isEqualTo(1);
    assertThat(run.waits()).isZero();
    assertThat(run.stallSeconds()).isEqualTo(0.25);
  }

  @Test
  void fastGuest_behindThePush_waitsForWhatIsUnderWay() {
    // A touch follows an arrival at once (2^-20 s): every page is late by the time of a page.
    PostCopyMemory memory = new PostCopyMemory(4096, 8, 8, 8, 0x1p20, 1);
    PostCopyRun run = PostCopy.run(memory, SLOW, Push.SEQUENTIAL);
    assertThat(run.faults() + run.waits()).isEqualTo(8);
    assertThat(run.stallSeconds()).isCloseTo(1.125, within(1e-4));
  }

  @Test
  void order_goesOutwardsFromTheLastFault() {
    PushOrder order = new PushOrder(Push.AROUND_LAST_FAULT, 6);
    assertThat(order.sendNext()).isEqualTo(0);
    order.sendAsked(3);
    assertThat(new int[] {order.sendNext(), order.sendNext(), order.sendNext()})
        .containsExactly(4, 2, 5);
    assertThat(order.sendNext()).isEqualTo(1);
    assertThat(order.isEmpty()).isTrue();
    PushOrder sequential = new PushOrder(Push.SEQUENTIAL, 3);
    sequential.sendAsked(1);
    assertThat(new int[] {sequential.sendNext(), sequential.sendNext()}).containsExactly(0, 2);
  }

  @Test
  void prePaging_ofAGuestWithinHalfTheLink_keepsFaultsBelowTheBound() {
    // 1 Gbit/s are 30,518 pages/s, half of them to the right of the last fault.
    PostCopyMemory large = PRESETS.largeWorkingSet(2009);
    PostCopyMemory calm =
        new PostCopyMemory(
            4096, large.pages(), large.workingSetPages(), large.runPages(), 10_000, 2009);
    PostCopyRun around = PostCopy.run(calm, PRESETS.postCopyLink(), Push.AROUND_LAST_FAULT);
    PostCopyRun sequential = PostCopy.run(calm, PRESETS.postCopyLink(), Push.SEQUENTIAL);
    assertThat(around.faultShare()).isLessThan(0.21);
    assertThat(around.faultShare()).isLessThan(sequential.faultShare() / 5);
    assertThat(around.stallSeconds()).isLessThan(sequential.stallSeconds());
  }

  @Test
  void asked_inTheLargePreset_areFewEvenWhereTheGuestOutrunsThePush() {
    PostCopyRun run =
        PostCopy.run(PRESETS.largeWorkingSet(2009), PRESETS.postCopyLink(), Push.AROUND_LAST_FAULT);
    assertThat((double) run.faults() / run.workingSetPages()).isLessThan(0.21);
    assertThat(run.faultShare()).isGreaterThan(0.21);
  }

  @Test
  void hybrid_sendsLiveRoundsAndWhatIsDirtyThen() {
    // Two rounds at r = 1/2: 1024 and 512 pages, then 256 by post-copy.
    ConstantRate law = new ConstantRate(SLOW.bitsPerSecond(), 0, 29);
    Uniform guest = new Uniform(1024 * 4096.0, 16_384);
    Hybrid.Run run = Hybrid.run(guest, law, 2, memory(1, 0, 1), SLOW, Push.AROUND_LAST_FAULT);
    assertThat(run.postCopy().pages()).isEqualTo(256);
    assertThat(run.totalBytes()).isEqualTo(1792 * 4096.0 + 65_536);
    assertThat(run.downtimeSeconds()).isEqualTo(2);
    // (1024 + 512 + 256) / 8 + state + half a round trip.
    assertThat(run.durationSeconds()).isEqualTo(226.125);
  }

  @Test
  void checkpoints_costWhatThePencilSays() {
    ForwardCheckpoints forward = PRESETS.forwardCheckpoints(50e6);
    assertThat(forward.durationSeconds(95, 1e9)).isCloseTo(100, within(1e-9));
    // The line through 3 s at 1 GB and 10 s at 8 GB.
    assertThat(forward.recoverySeconds(1e9)).isCloseTo(3, within(1e-9));
    assertThat(forward.recoverySeconds(4e9)).isCloseTo(6, within(1e-9));
    ReverseCheckpoints reverse = new ReverseCheckpoints(0.75, 0.25);
    assertThat(reverse.pausedSeconds(8.5)).isEqualTo(2);
    assertThat(reverse.meanOutputDelaySeconds()).isEqualTo(0.625);
  }

  private static PostCopyMemory memory(int pages, int workingSet, int run) {
    return new PostCopyMemory(4096, pages, workingSet, run, 1, 1);
  }
}
