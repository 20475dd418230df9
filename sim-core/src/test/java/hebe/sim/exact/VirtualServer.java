package hebe.sim.exact;

import java.util.function.ObjDoubleConsumer;

/**
 * The VMM of the virtual server of Carnevali, German, Santoni and Vicario: it lives for four
 * exponential stages or until a clock of 96 h; renewal at each entry into the first stage; times in
 * hours.
 */
final class VirtualServer {
  static final double VMM_CLOCK = 96;
  static final double[] VMM_AGING = {0.00460392, 0.0021988};
  static final double[] VMM_FAILING = {0.0378072, 0.00706464};

  /** A VMM is rejuvenated at once when the VM has no need to stop, with this probability. */
  static final double NO_STOP = 0.0003;

  static final BumpDensity VMM_REJUVENATION =
      new BumpDensity(0, 0.4, 0, 30.575, -76.4374, -1.00078);
  static final BumpDensity VMM_REPAIR =
      new BumpDensity(0.5, 3, -41.7333, 97.3777, -27.8222, 3.22812);
  static final BumpDensity VMM_RESTART =
      new BumpDensity(0.5, 3, -1369.71, 3195.98, -913.137, 7.28859);

  private static final double DETECTION = 0.2;
  private static final double STOP = 0.15;

  private VirtualServer() {}

  /** Shares of the states of the VMM: mean times per cycle over the mean cycle. */
  static void tellVmm(ObjDoubleConsumer<String> row) {
    Stages aging = new Stages(VMM_AGING);
    Stages life = new Stages(VMM_AGING[0], VMM_AGING[1], VMM_FAILING[0], VMM_FAILING[1]);
    double fails = 1 - life.survival(VMM_CLOCK);
    double stop = (1 - NO_STOP) * STOP * (1 - fails);
    double repair = fails * VMM_REPAIR.mean();
    double restart = fails * VMM_RESTART.mean();
    double rejuvenation = (1 - fails) * VMM_REJUVENATION.mean();
    double cycle =
        life.meanUntil(VMM_CLOCK) + fails * DETECTION + repair + restart + stop + rejuvenation;
    row.accept("vsrv-24-96-pf", fails);
    row.accept("vsrv-24-96-cyc", cycle);
    row.accept("vsrv-24-96-VmmF", (life.meanUntil(VMM_CLOCK) - aging.meanUntil(VMM_CLOCK)) / cycle);
    row.accept("vsrv-24-96-VmmFD", fails * DETECTION / cycle);
    row.accept("vsrv-24-96-VmmR", repair / cycle);
    row.accept("vsrv-24-96-VmmRes", restart / cycle);
    row.accept("vsrv-24-96-VmSW", stop / cycle);
    row.accept("vsrv-24-96-VmmRej", rejuvenation / cycle);
  }
}
