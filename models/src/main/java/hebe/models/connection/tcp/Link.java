package hebe.models.connection.tcp;

import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** One direction of the path: in order at its rate, then delayed, lost, doubled or held back. */
public final class Link {
  private final Agenda agenda;
  private final LinkSettings settings;
  private final DoubleSupplier chance;
  private final Place place;
  private final PacketTrace trace;
  private final Consumer<Segment> receiver;
  private double freeAtSeconds;

  /** A direction; {@code chance} gives uniforms in (0, 1) and is asked only for what can happen. */
  public Link(
      Agenda agenda,
      LinkSettings settings,
      DoubleSupplier chance,
      Place place,
      PacketTrace trace,
      Consumer<Segment> receiver) {
    this.agenda = agenda;
    this.settings = settings;
    this.chance = chance;
    this.place = place;
    this.trace = trace;
    this.receiver = receiver;
  }

  /** Sends a segment. */
  public void send(Segment segment) {
    int bytes =
        LinkSettings.HEADER_BYTES + (segment.kind() == Segment.Kind.DATA ? segment.length() : 0);
    double begin = Math.max(agenda.now(), freeAtSeconds);
    freeAtSeconds = begin + bytes / settings.bytesPerSecond();
    if (happens(settings.loss())) {
      trace.packet(agenda.now(), place, Action.DROPPED, segment);
      return;
    }
    deliver(segment);
    if (happens(settings.duplication())) {
      deliver(segment);
    }
  }

  private void deliver(Segment segment) {
    double held = happens(settings.reordering()) ? settings.heldSeconds() : 0;
    double delay = freeAtSeconds - agenda.now() + settings.delaySeconds() + held;
    agenda.after(delay, () -> receiver.accept(segment));
  }

  private boolean happens(double probability) {
    return probability > 0 && chance.getAsDouble() < probability;
  }
}
