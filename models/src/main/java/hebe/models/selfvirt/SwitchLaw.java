package hebe.models.selfvirt;

import hebe.models.catalog.Published;
import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.HostClock;
import hebe.models.timing.HostOperation;
import hebe.models.timing.OperationCost;
import hebe.models.timing.OperationCosts;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an attach and a detach take: Hebe's own hypothesis, as no published figure says how the
 * time of a switch grows.
 *
 * <p>attach = interrupt + rendezvous(CPUs) + state of a CPU + tasks c_seg + page-table pages c_pt +
 * mapped pages c_cnt + interrupts c_bind; detach has a write permission in place of c_pt and no
 * c_cnt. Each term is an item of {@link OperationCosts}: of the processor in cycles, or of memory
 * in nanoseconds, which the clock leaves alone.
 */
public final class SwitchLaw {
  private static final double MIB = 1 << 20;

  private final Published figures;
  private final OperationCosts items;
  private final CostModel costs;
  private final HostClock clock;

  private SwitchLaw(Published figures, OperationCosts items, CostModel costs, HostClock clock) {
    this.figures = figures;
    this.items = items;
    this.costs = costs;
    this.clock = clock;
  }

  /**
   * The law on a processor.
   *
   * @param costs of the paravirtual mode that an attach leads to
   * @param clock of the processor
   */
  public static SwitchLaw of(CostModel costs, HostClock clock) {
    return new SwitchLaw(Published.selfVirtualization(), OperationCosts.load(), costs, clock);
  }

  /** Whether the published switch time is used. */
  public enum Basis {
    /** The terms times one factor, so that an attach at light load takes the published time. */
    CALIBRATED,
    /** The terms as they are; the published time is not known to them. */
    UNCALIBRATED
  }

  /** The processor's clock. */
  public HostClock clock() {
    return clock;
  }

  /** The figures that the law takes its defaults from. */
  public Published figures() {
    return figures;
  }

  /** The terms of an attach as they are. */
  public OperationCost attach(SwitchDesign design, SwitchSize size) {
    return terms(HostOperation.ATTACH_VMM, design, size);
  }

  /** The terms of a detach as they are. */
  public OperationCost detach(SwitchDesign design, SwitchSize size) {
    return terms(HostOperation.DETACH_VMM, design, size);
  }

  private OperationCost terms(HostOperation operation, SwitchDesign design, SwitchSize size) {
    double fileBytes = figures.input("vmm-file").value() * MIB;
    return items.of(operation, size.items(design, fileBytes), costs, clock);
  }

  /** The factor that an attach is taken by so that at light load it takes the published time. */
  public Calibration calibration(SwitchDesign design) {
    HostClock measured = new HostClock(figures.input("light-clock").value() * 1e9);
    SwitchLaw there = new SwitchLaw(figures, items, costs, measured);
    // The machine that was measured kept its VMM ready, whatever the design in question does.
    SwitchDesign kept = new SwitchDesign(design.records(), true, design.everyFrame());
    Published.Figure published = figures.input("mercury-switch");
    Bounds seconds =
        new Bounds(published.value(), published.low().orElseThrow(), published.high().orElseThrow())
            .times(1e-3);
    return new Calibration(seconds, there.attach(kept, SwitchSize.light(figures)), measured);
  }

  /**
   * What the scale of operation needs. The published time is one of an attach, so a detach is as
   * its terms say on either basis.
   */
  public SwitchTimes times(SwitchDesign design, SwitchSize size, Basis basis, Retry retry) {
    OperationCost attach = attach(design, size);
    OperationCost detach = detach(design, size);
    Bounds attachSeconds =
        basis == Basis.CALIBRATED
            ? calibration(design).seconds(attach.items(), clock)
            : attach.seconds(clock);
    List<String> unverified = new ArrayList<>(attach.unverified());
    unverified.addAll(detach.unverified());
    return new SwitchTimes(
        attachSeconds,
        detach.seconds(clock),
        retry,
        nativeTax(design),
        reservedBytes(design, size),
        unverified.stream().distinct().toList());
  }

  /** The published period from one attempt to the next, with a chance of being in use. */
  public Retry retry(double inUseProbability) {
    return new Retry(inUseProbability, figures.input("mercury-retry").value() * 1e-3);
  }

  /** Share of the native work that keeping records costs; nothing where they are recomputed. */
  public Bounds nativeTax(SwitchDesign design) {
    return design.records() == SwitchDesign.Records.TRACKED
        ? bounds("mercury-tracking-tax").times(0.01)
        : Bounds.ZERO;
  }

  /**
   * Memory that a VMM which is kept ready takes: its code, data and heap, and a record of 24 bytes
   * for each frame of 4 KiB; nothing where it is not kept.
   */
  public Bounds reservedBytes(SwitchDesign design, SwitchSize size) {
    if (!design.preCached()) {
      return Bounds.ZERO;
    }
    double records = size.memoryBytes() / 4096 * figures.input("law-frame-records").value();
    return bounds("vmm-image").times(MIB).plus(Bounds.exact(records));
  }

  private Bounds bounds(String id) {
    Published.Figure figure = figures.input(id);
    return new Bounds(figure.value(), figure.low().orElseThrow(), figure.high().orElseThrow());
  }
}
