package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.function.ObjDoubleConsumer;

/**
 * The database of the FIG benchmarks, after Villen-Altamirano (2007): two types of r processors,
 * two types of r controllers, six clusters of r + 2 disks; down when all of a type, or r disks of a
 * cluster, have failed. Each unit has two failure types, repaired at rates 1 and 0.5 per hour by
 * crews of its own, so that types and clusters are independent: each is solved apart, and
 *
 * <p>U = 1 - (1 - disks)^6 (1 - controllers)^2 (1 - processors)^2.
 */
final class Database {
  private Database() {}

  static void tell(ObjDoubleConsumer<String> row) throws UnsolvableException {
    row.accept("rare-db-v-r2", unavailability(2, 0.005, 0.01));
    row.accept("rare-db-v-r3", unavailability(3, 0.00333333, 0.00666667));
    row.accept("rare-db-v-r5", unavailability(5, 0.002, 0.004));
    for (int r : new int[] {2, 3, 5}) {
      row.accept("rare-db-t-r" + r, unavailability(r, 0.5 / (75 * r), 0.5 / (25 * r)));
    }
    for (int hours : new int[] {2000, 32_000, 128_000}) {
      row.accept("rare-db-m-" + hours, unavailability(2, 0.5 / (3.0 * hours), 0.5 / hours));
    }
  }

  /** With these rates of each of the two failure types of a disk, and of another unit. */
  private static double unavailability(int r, double perDisk, double perUnit)
      throws UnsolvableException {
    double disks = Solution.of(units(r + 2, r, perDisk), 3000).steady(0);
    double others = Solution.of(units(r, r, perUnit), 300).steady(0);
    // log1p and expm1 keep the digits of small probabilities.
    return -StrictMath.expm1(6 * StrictMath.log1p(-disks) + 4 * StrictMath.log1p(-others));
  }

  /** Reward: at least {@code down} of {@code count} units have failed. */
  private static Model units(int count, int down, double perType) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter failed = root.counter("failed", 0, count, 0);
    root.replicate(
        "unit",
        count,
        unit -> {
          Component run = unit.component("run", "up", "minor", "major");
          for (String type : new String[] {"minor", "major"}) {
            run.transition("fail-" + type)
                .from("up")
                .to(type)
                .also(failed.plus(1))
                .after(Exponential.ofRate(perType));
            run.transition("repair-" + type)
                .from(type)
                .to("up")
                .also(failed.minus(1))
                .after(Exponential.ofRate(type.equals("minor") ? 1 : 0.5));
          }
        });
    root.rateReward("down", failed.atLeast(down));
    return model.build();
  }
}
