package hebe.models.timing.run;

import hebe.models.timing.TrapEvent;
import hebe.models.timing.run.WorkQueue.Errand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packets and requests on their way: from the device through the driver domain to the guest and
 * back, and work that guests leave to the driver domain.
 */
final class Traffic {
  private final Cores cores;
  private final Population population;
  private final Optional<Vcpu> driver;
  private final Optional<Work> inwards;
  private final Optional<Work> outwards;
  private final Map<TrapEvent, Work> driverWork;

  Traffic(HostSetup setup, Cores cores, Population population) {
    this.cores = cores;
    this.population = population;
    driver = setup.driver().map(domain -> population.vcpu(population.guests()));
    driverWork = setup.driver().map(DriverDomain::work).orElse(Map.of());
    inwards = Optional.ofNullable(driverWork.get(TrapEvent.RX_PACKET));
    outwards = Optional.ofNullable(driverWork.get(TrapEvent.TX_PACKET));
  }

  /** What the driver domain does for each source of a load. */
  List<Optional<Work>> driverWork(TrapLoad load) {
    return load.sources().stream()
        .map(source -> Optional.ofNullable(driverWork.get(source.event())))
        .toList();
  }

  /** A packet with a request comes to the device. */
  void arrives(Vcpu guest) {
    cores.note(guest, "request arrives");
    if (inwards.isPresent()) {
      toDriver(inwards.get(), cores.now(), Errand.INCOMING, guest.index());
    } else {
      deliver(guest, cores.now());
    }
  }

  /** Leaves work to the driver domain that nobody waits for. */
  void leave(Work work, Vcpu guest) {
    toDriver(work, cores.now(), Errand.BACKGROUND, guest.index());
  }

  private void toDriver(Work work, double bornAt, Errand errand, int guest) {
    Vcpu domain = driver.orElseThrow();
    domain.queue().add(bornAt, cores.now(), draw(work, domain), errand, guest);
    domain.accounts().queued(domain.queue().size());
    cores.wake(domain);
  }

  private double draw(Work work, Vcpu worker) {
    return work instanceof Work.Fixed
        ? work.meanCycles()
        : work.cycles(population.uniform(worker, Population.WORK));
  }

  private void deliver(Vcpu guest, double bornAt) {
    Activity.Requests requests = (Activity.Requests) population.group(guest).activity();
    boolean first = !guest.hasRequests();
    double cycles = draw(requests.work(), guest);
    guest.queue().add(bornAt, cores.now(), cycles, Errand.REQUEST, guest.index());
    if (first) {
      cores.interrupt(guest, LoadPlan.INTERRUPT, requests.interruptCycles());
    }
    cores.wake(guest);
  }

  /** The piece of work of the one on the core is done. */
  void done(Vcpu worker, int core) {
    double bornAt = worker.pieceBornAt();
    if (!worker.isOfQueue()) {
      worker.accounts().completions().add(cores.now() - bornAt);
      worker.passPiece();
      return;
    }
    Errand errand = worker.queue().errand();
    Vcpu guest = population.vcpu(worker.queue().guest());
    worker.passPiece();
    if (!worker.hasWork()) {
      cores.block(core);
    }
    switch (errand) {
      case REQUEST -> answer(guest, bornAt);
      case INCOMING -> deliver(guest, bornAt);
      case OUTGOING -> answered(guest, bornAt);
      case BACKGROUND -> {}
    }
  }

  private void answer(Vcpu guest, double bornAt) {
    if (outwards.isPresent()) {
      toDriver(outwards.get(), bornAt, Errand.OUTGOING, guest.index());
    } else {
      answered(guest, bornAt);
    }
  }

  private void answered(Vcpu guest, double bornAt) {
    guest.accounts().completions().add(cores.now() - bornAt);
    cores.note(guest, "request answered");
  }
}
