package hebe.sim.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;

class HeapEventListTest {

  /** What fired, and when. */
  private record Firing(int number, double time) {}

  /** A random model: each firing schedules, cancels and reschedules others. */
  private static final class Chaos {
    private final Simulator simulator;
    private final MRG32k3a random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private int cancelled;
    private int rescheduled;

    Chaos(EventList list, long seed, int size) {
      simulator = new Simulator(list);
      random = IndexedHeapTest.stream(seed);
      for (int i = 0; i < size; i++) {
        nodes.add(new Node(this, i));
      }
    }

    Chaos run(int events) {
      for (Node node : nodes) {
        node.schedule(random.nextInt(0, 5));
      }
      simulator.start();
      assertThat(firings).hasSizeLessThanOrEqualTo(events);
      return this;
    }

    void fired(Node node) {
      firings.add(new Firing(node.number, simulator.time()));
      if (firings.size() == 3_000) {
        simulator.stop();
      }
      for (int i = random.nextInt(1, 3); i > 0; i--) {
        disturb(nodes.get(random.nextInt(0, nodes.size() - 1)));
      }
      if (node.time() < 0) {
        node.schedule(random.nextInt(0, 5));
      }
    }

    private void disturb(Node node) {
      if (node.time() < 0) { // SSJ's mark of an event that is not scheduled
        node.setPriority(random.nextInt(-2, 2));
        node.schedule(random.nextInt(0, 5));
      } else if (random.nextInt(0, 1) == 0) {
        cancelled += node.cancel() ? 1 : 0;
      } else {
        node.reschedule(random.nextInt(0, 5));
        rescheduled++;
      }
    }
  }

  private static final class Node extends Event {
    private final Chaos chaos;
    private final int number;

    Node(Chaos chaos, int number) {
      super(chaos.simulator);
      this.chaos = chaos;
      this.number = number;
    }

    @Override
    public void actions() {
      chaos.fired(this);
    }
  }

  private static final class Plain extends Event {
    Plain(Simulator simulator) {
      super(simulator);
    }

    @Override
    public void actions() {}
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 15, 16, 17, 40, 100, 200})
  void randomModel_splayTreeAsOracle_sameFiringsInTheSameOrder(int size) {
    Chaos heap = new Chaos(new HeapEventList(), size, size).run(3_000);
    Chaos splay = new Chaos(new SplayTree(), size, size).run(3_000);
    assertThat(heap.firings).isEqualTo(splay.firings);
    assertThat(heap.firings).hasSize(3_000);
    assertThat(heap.rescheduled).isPositive();
    assertThat(heap.cancelled).isPositive();
  }

  @Test
  void equalTimes_prioritiesThenOrder_decide() {
    HeapEventList list = new HeapEventList();
    Simulator simulator = new Simulator(list);
    Plain late = new Plain(simulator);
    Plain first = new Plain(simulator);
    Plain second = new Plain(simulator);
    late.setPriority(2);
    late.schedule(1);
    first.schedule(1);
    second.schedule(1);
    assertThat(list.listIterator()).toIterable().containsExactly(first, second, late);
    assertThat(list.getFirst()).isSameAs(first);
    assertThat(list.removeFirst()).isSameAs(first);
    assertThat(list.removeFirst()).isSameAs(second);
    assertThat(list.removeFirst()).isSameAs(late);
    assertThat(list.removeFirst()).isNull();
  }

  @Test
  void getFirstOfClass_severalClasses_isTheEarliestOfItsClass() {
    HeapEventList list = new HeapEventList();
    Simulator simulator = new Simulator(list);
    Chaos chaos = new Chaos(list, 1, 1);
    Plain later = new Plain(simulator);
    Plain sooner = new Plain(simulator);
    later.schedule(3);
    sooner.schedule(2);
    chaos.nodes.get(0).schedule(1);
    assertThat(list.getFirstOfClass(Plain.class)).isSameAs(sooner);
    assertThat(list.getFirstOfClass(Plain.class.getName())).isSameAs(sooner);
    assertThat(list.getFirstOfClass(Event.class)).isNull();
    assertThat(list.getFirstOfClass("none")).isNull();
  }

  @Test
  void remove_eventOfAnotherList_isRefused() {
    Plain mine = new Plain(new Simulator(new HeapEventList()));
    HeapEventList other = new HeapEventList();
    Plain theirs = new Plain(new Simulator(other));
    mine.schedule(1);
    theirs.schedule(1); // both hold key 0 of their list
    assertThat(other.remove(mine)).isFalse();
    assertThat(other.remove(theirs)).isTrue();
    assertThat(other.isEmpty()).isTrue();
  }

  @Test
  void clear_thenReuse_behavesAsNew() {
    HeapEventList list = new HeapEventList();
    Simulator simulator = new Simulator(list);
    for (int i = 0; i < 100; i++) {
      new Plain(simulator).schedule(i);
    }
    simulator.init();
    assertThat(list.isEmpty()).isTrue();
    Plain again = new Plain(simulator);
    again.schedule(4);
    assertThat(list.removeFirst()).isSameAs(again);
  }

  @Test
  void add_whatTheTripleCannotSay_isRefused() {
    HeapEventList list = new HeapEventList();
    Plain event = new Plain(new Simulator(list));
    event.setPriority(1.5);
    assertThatThrownBy(() -> event.schedule(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
    Plain next = new Plain(event.simulator());
    assertThatThrownBy(next::scheduleNext).isInstanceOf(UnsupportedOperationException.class);
    Plain never = new Plain(event.simulator());
    assertThatThrownBy(() -> never.schedule(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(list.isEmpty()).isTrue();
  }
}
