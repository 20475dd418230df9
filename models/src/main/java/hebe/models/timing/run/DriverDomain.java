package hebe.models.timing.run;

import hebe.models.timing.TrapEvent;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A domain that has the devices: a virtual processor like others, which must get a core before it
 * can work. It serves one packet after the other.
 *
 * @param work what it does per event of a guest: {@code rx-packet} for a request on its way in (if
 *     absent, requests reach the guest without it), {@code tx-packet} for its answer (if absent,
 *     there is none), and every event of a guest's load whenever it happens
 * @param place where it may run
 * @param weight share of the processors relative to others, above 0
 */
public record DriverDomain(Map<TrapEvent, Work> work, Placement place, double weight) {
  public DriverDomain {
    Range.aboveZero("weight", weight);
    Map<TrapEvent, Work> ordered = new EnumMap<>(TrapEvent.class);
    ordered.putAll(work);
    work = Collections.unmodifiableMap(ordered);
  }
}
