package hebe.sim.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * The {@link IndexedHeap} as the event list of an SSJ {@code Simulator}: {@code new Simulator(new
 * HeapEventList())}.
 *
 * <p>Events fire in the order of (time, priority, scheduling). SSJ's priority is a {@code double},
 * a rank is not: priorities are whole numbers of the range of {@code int} (SSJ's default is 1, a
 * smaller one goes first), any other is refused. An order relative to another event has no place in
 * that triple: {@code scheduleNext}, {@code scheduleBefore} and {@code scheduleAfter} are refused;
 * give a priority instead. Times are finite.
 *
 * <p>An event carries its key in SSJ's own mark for event lists ({@code Event.setRa}), so an event
 * is found without a search. Keys are recycled; the list grows by doubling. Iterators run over a
 * copy, in firing order, and cannot change the list. Not safe for use by several threads.
 */
public final class HeapEventList implements EventList {
  private static final int FIRST_CAPACITY = 16;

  private IndexedHeap heap = new IndexedHeap(FIRST_CAPACITY);
  private Event[] eventOf = new Event[FIRST_CAPACITY]; // by key, empty for free keys
  private int[] freeKeys = new int[FIRST_CAPACITY]; // a stack
  private int free;

  /** Creates an empty list. */
  public HeapEventList() {
    recycleFrom(0);
  }

  @Override
  public boolean isEmpty() {
    return heap.isEmpty();
  }

  @Override
  public void clear() {
    heap.clear();
    Arrays.fill(eventOf, null);
    free = 0;
    recycleFrom(0);
  }

  @Override
  public void add(Event event) {
    int rank = rank(event);
    if (holds(event)) {
      throw new IllegalStateException("the event is scheduled already: " + event);
    }
    if (free == 0) {
      grow();
    }
    int key = freeKeys[free - 1];
    heap.schedule(key, event.time(), rank);
    free--;
    eventOf[key] = event;
    event.setRa(key);
  }

  @Override
  public void addFirst(Event event) {
    throw relativeOrder();
  }

  @Override
  public void addBefore(Event event, Event other) {
    throw relativeOrder();
  }

  @Override
  public void addAfter(Event event, Event other) {
    throw relativeOrder();
  }

  /** {@inheritDoc} By SSJ's contract null when the list is empty. */
  @Override
  public Event getFirst() {
    return heap.isEmpty() ? null : eventOf[heap.peekKey()];
  }

  /** {@inheritDoc} By SSJ's contract null when there is none. */
  @Override
  public Event getFirstOfClass(String className) {
    for (Event event : inOrder()) {
      if (event.getClass().getName().equals(className)) {
        return event;
      }
    }
    return null;
  }

  /** {@inheritDoc} By SSJ's contract null when there is none. */
  @Override
  public <E extends Event> E getFirstOfClass(Class<E> type) {
    for (Event event : inOrder()) {
      if (event.getClass() == type) {
        return type.cast(event);
      }
    }
    return null;
  }

  @Override
  public ListIterator<Event> iterator() {
    return listIterator();
  }

  @Override
  public ListIterator<Event> listIterator() {
    return Collections.unmodifiableList(inOrder()).listIterator();
  }

  @Override
  public boolean remove(Event event) {
    if (!holds(event)) {
      return false;
    }
    heap.cancel(event.getRa());
    release(event.getRa());
    return true;
  }

  /** {@inheritDoc} By SSJ's contract null when the list is empty. */
  @Override
  public Event removeFirst() {
    if (heap.isEmpty()) {
      return null;
    }
    int key = heap.pop();
    Event event = eventOf[key];
    release(key);
    return event;
  }

  private boolean holds(Event event) {
    int key = event.getRa();
    return key >= 0 && key < eventOf.length && eventOf[key] == event;
  }

  private void release(int key) {
    eventOf[key] = null;
    freeKeys[free++] = key;
  }

  private List<Event> inOrder() {
    IndexedHeap rest = heap.grownTo(eventOf.length);
    List<Event> events = new ArrayList<>(rest.size());
    while (!rest.isEmpty()) {
      events.add(eventOf[rest.pop()]);
    }
    return events;
  }

  private void grow() {
    int capacity = eventOf.length;
    heap = heap.grownTo(Math.multiplyExact(capacity, 2));
    eventOf = Arrays.copyOf(eventOf, 2 * capacity);
    freeKeys = Arrays.copyOf(freeKeys, 2 * capacity);
    recycleFrom(capacity);
  }

  private void recycleFrom(int key) {
    for (int unused = eventOf.length - 1; unused >= key; unused--) {
      freeKeys[free++] = unused;
    }
  }

  private static int rank(Event event) {
    int rank = (int) event.priority();
    if (rank != event.priority()) {
      throw new IllegalArgumentException(
          "priority of an event: expected a whole number of the range of int, got "
              + event.priority());
    }
    return rank;
  }

  private static UnsupportedOperationException relativeOrder() {
    return new UnsupportedOperationException(
        "events are ordered by time, priority and scheduling; "
            + "give the event a priority instead of a place next to another");
  }
}
