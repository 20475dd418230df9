package hebe.models.fleet;

import hebe.models.migration.GuestCopy;
import hebe.models.migration.GuestMemory;
import hebe.models.migration.Move;
import hebe.models.recovery.Migrate;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How long each guest of a host is in each stage of its move; one law for each guest, in the order
 * of the host's guests. The way back takes as long as the way out.
 *
 * @param queue from the begin of the move until its first page is sent
 * @param live it runs and is copied
 * @param stopped it stands still, the source has all of it
 * @param activating it stands still, the destination has all of it
 * @param pushed it runs at the destination, pages are still at the source
 * @param halted it stands still, where it is stopped and sent after all else failed
 * @param copies the plan behind them; empty if the laws are given
 */
public record MoveTimes(
    List<DelayLaw> queue,
    List<DelayLaw> live,
    List<DelayLaw> stopped,
    List<DelayLaw> activating,
    List<DelayLaw> pushed,
    List<DelayLaw> halted,
    List<GuestCopy> copies) {
  private static final DelayLaw AT_ONCE = new Deterministic(0);

  public MoveTimes {
    queue = List.copyOf(queue);
    live = List.copyOf(live);
    stopped = List.copyOf(stopped);
    activating = List.copyOf(activating);
    pushed = List.copyOf(pushed);
    halted = List.copyOf(halted);
    copies = List.copyOf(copies);
  }

  /** Those of the guests of a host. */
  public static MoveTimes of(HostGroup group, Migrate by) {
    List<GuestMemory> memories = memories(group);
    if (by.times() instanceof Migrate.Times.Given given) {
      return given(given, memories.size());
    }
    Move move = ((Migrate.Times.Computed) by.times()).move();
    List<GuestCopy> copies = move.plan(memories);
    return new MoveTimes(
        laws(copies, GuestCopy::startSeconds),
        laws(copies, GuestCopy::liveSeconds),
        laws(copies, GuestCopy::stopSeconds),
        laws(copies, GuestCopy::activateSeconds),
        laws(copies, GuestCopy::pushSeconds),
        laws(memories, move::stopAndCopySeconds),
        copies);
  }

  private static MoveTimes given(Migrate.Times.Given given, int guests) {
    List<DelayLaw> none = Collections.nCopies(guests, AT_ONCE);
    List<DelayLaw> live = Collections.nCopies(guests, given.live());
    return new MoveTimes(
        none, live, Collections.nCopies(guests, given.stopped()), none, none, live, List.of());
  }

  private static List<GuestMemory> memories(HostGroup group) {
    List<GuestMemory> memories = new ArrayList<>();
    for (GuestGroup guests : group.guests()) {
      memories.addAll(Collections.nCopies(guests.count(), guests.memory()));
    }
    return memories;
  }

  private static <T> List<DelayLaw> laws(List<T> of, ToDoubleFunction<T> seconds) {
    return of.stream().<DelayLaw>map(o -> new Deterministic(seconds.applyAsDouble(o))).toList();
  }

  /** Those of the guests from a position on. */
  MoveTimes of(int first, int count) {
    return new MoveTimes(
        queue.subList(first, first + count),
        live.subList(first, first + count),
        stopped.subList(first, first + count),
        activating.subList(first, first + count),
        pushed.subList(first, first + count),
        halted.subList(first, first + count),
        copies.isEmpty() ? copies : copies.subList(first, first + count));
  }

  /** Whether every stage of this kind takes no time. */
  static boolean none(List<DelayLaw> stage) {
    return stage.stream().allMatch(AT_ONCE::equals);
  }

  /** The share that the guests lose of all their time in a stage; 0 if nothing is planned. */
  double share(ToDoubleFunction<GuestCopy> lost, ToDoubleFunction<GuestCopy> seconds) {
    double all = copies.stream().mapToDouble(seconds).sum();
    double gone =
        copies.stream().mapToDouble(c -> lost.applyAsDouble(c) * seconds.applyAsDouble(c)).sum();
    return all > 0 ? gone / all : 0;
  }

  /** The plan, if there is one. */
  public Optional<List<GuestCopy>> plan() {
    return copies.isEmpty() ? Optional.empty() : Optional.of(copies);
  }
}
