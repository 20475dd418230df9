package hebe.models.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.recovery.Demand.Wait;
import hebe.models.recovery.Demand.Work;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Resources of the test host: one disk with g = 0.25, two cores, one toolstack. */
class StationTest {

  @Test
  void disk_equalWorks_shareItAndEndTogether() {
    // Three of 4 s, no streams: 12 s for each.
    assertThat(ends(disk(4), disk(4), disk(4))).containsExactly(12.0, 12.0, 12.0);
  }

  @Test
  void disk_unequalWorks_endInTheOrderOfTheirSize() {
    // 2, 4 and 8 s. At a third each the first ends at 6; the others have 2 and 6 left, at a half
    // each: 10; then 4 alone: 14.
    assertThat(ends(disk(2), disk(4), disk(8))).containsExactly(6.0, 10.0, 14.0);
  }

  @Test
  void disk_lateComer_slowsTheFirst() {
    // The first has 8 - 4 = 4 s left when the second comes with 2 s at time 4: 4 + 2 x 2 = 8, then
    // 2 s alone.
    assertThat(ends(disk(8), task(new Wait(4), work(Resource.DISK, 2, false))))
        .containsExactly(10.0, 8.0);
  }

  @Test
  void disk_parallelStreams_loseToSeeks() {
    // Two streams share 1 / (1 + 0.25): 8 s each take 16 x 1.25 = 20 s; three share 1 / 1.5: 24 x
    // 1.5 = 36 s.
    assertThat(ends(stream(8))).containsExactly(8.0);
    assertThat(ends(stream(8), stream(8))).containsExactly(20.0, 20.0);
    assertThat(ends(stream(8), stream(8), stream(8))).containsExactly(36.0, 36.0, 36.0);
  }

  @Test
  void disk_oneStreamAmongOthers_losesNothing() {
    assertThat(ends(stream(8), disk(8))).containsExactly(16.0, 16.0);
  }

  @Test
  void disk_streamThatIsAloneAgain_runsAtFullRate() {
    // 8 and 16 s at 0.4 each: 20 s; then the second has 8 s left and the disk for itself.
    assertThat(ends(stream(8), stream(16))).containsExactly(20.0, 28.0);
  }

  @Test
  void cores_noMoreTasksThanCores_runAtFullSpeed() {
    assertThat(ends(cpu(8))).containsExactly(8.0);
    assertThat(ends(cpu(8), cpu(4))).containsExactly(8.0, 4.0);
  }

  @Test
  void cores_moreTasksThanCores_shareThem() {
    // Three tasks on two cores run at 2/3: 8 s take 12 s.
    assertThat(ends(cpu(8), cpu(8), cpu(8))).containsExactly(12.0, 12.0, 12.0);
    // 4, 8, 8: at 2/3 the first ends at 6; the others have 4 s left and a core each.
    assertThat(ends(cpu(4), cpu(8), cpu(8))).containsExactly(6.0, 10.0, 10.0);
  }

  @Test
  void toolstack_servesInTheOrderOfArrival() {
    Task late = task(new Wait(1), work(Resource.TOOLSTACK, 1, false));
    assertThat(ends(late, toolstack(3), toolstack(2))).containsExactly(6.0, 3.0, 5.0);
  }

  @Test
  void zeroWork_endsAtOnce() {
    assertThat(ends(disk(0), cpu(0), toolstack(0), stream(0))).containsExactly(0.0, 0.0, 0.0, 0.0);
    assertThat(ends(task())).containsExactly(0.0);
    assertThat(ends(toolstack(0), toolstack(2), toolstack(0))).containsExactly(0.0, 2.0, 2.0);
  }

  @Test
  void work_ofAnyMagnitude_ends() {
    // At 2^40 s the clock has a grain of 2.4e-4 s: what is left of a share is lost in it.
    double long1 = 0x1p40 / 3;
    assertThat(ends(disk(long1), disk(long1), disk(long1 / 7))).hasSize(3).allMatch(end -> end > 0);
    // And picoseconds are not nothing.
    assertThat(ends(disk(0x1p-40), disk(0x1p-41))).containsExactly(0x1.8p-40, 0x1p-40);
  }

  @Test
  void demand_negativeOrEndless_isRefused() {
    assertThatThrownBy(() -> new Wait(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> work(Resource.DISK, Double.NaN, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> work(Resource.DISK, Double.POSITIVE_INFINITY, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plan_thatWaitsForALaterTask_isRefused() {
    Task task = new Task(Actor.dom0(), "boot", List.of(), "", List.of(0), Task.VmmEffect.NONE);
    assertThatThrownBy(
            () ->
                new RecoveryPlan(
                    "odd", 0, List.of(task), List.of(), List.of(), OptionalInt.empty()))
        .hasMessage("task 0 of odd waits for task 0");
  }

  private static Task disk(double seconds) {
    return task(work(Resource.DISK, seconds, false));
  }

  private static Task stream(double seconds) {
    return task(work(Resource.DISK, seconds, true));
  }

  private static Task cpu(double seconds) {
    return task(work(Resource.CORES, seconds, false));
  }

  private static Task toolstack(double seconds) {
    return task(work(Resource.TOOLSTACK, seconds, false));
  }

  private static Work work(Resource resource, double seconds, boolean stream) {
    return new Work(resource, seconds, stream);
  }

  private static Task task(Demand... demands) {
    return new Task(Actor.dom0(), "work", List.of(demands), "", List.of(), Task.VmmEffect.NONE);
  }

  /** The ends of tasks that begin together. */
  private static List<Double> ends(Task... tasks) {
    List<Integer> positions = IntStream.range(0, tasks.length).boxed().toList();
    RecoveryPlan plan =
        new RecoveryPlan(
            "test", tasks.length, List.of(tasks), positions, positions, OptionalInt.empty());
    return PlanSimulation.run(plan, Fixtures.host()).ends();
  }
}
