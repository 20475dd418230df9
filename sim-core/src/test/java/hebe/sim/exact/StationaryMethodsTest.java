package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Elimination, iteration and a late transient on the same chains agree to 1e-9. */
class StationaryMethodsTest {
  private static final int CHAINS = 1000;

  @Test
  void randomChains_threeMethods_agree() throws UnsolvableException {
    for (long seed = 1; seed <= CHAINS; seed++) {
      agree(RandomChains.of(seed, 2 + (int) (seed % 60), 1 + (int) (seed % 4), 100));
    }
  }

  @Test
  void queues_threeMethods_agree_andWithTheClosedForm() throws UnsolvableException {
    for (long seed = 1; seed <= CHAINS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int servers = 1 + random.nextInt(8);
      int places = servers + random.nextInt(30);
      double load = servers * (0.1 + 1.4 * random.nextDouble());
      double[] up = new double[places];
      double[] down = new double[places];
      for (int i = 0; i < places; i++) {
        up[i] = load;
        down[i] = Math.min(i + 1, servers);
      }
      agreeWithProducts(up, down);
    }
  }

  @Test
  void redundantUnits_threeMethods_agree_andWithTheClosedForm() throws UnsolvableException {
    for (long seed = 1; seed <= CHAINS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int units = 1 + random.nextInt(20);
      int repairmen = 1 + random.nextInt(units);
      double perUnit = StrictMath.pow(10, -3 * random.nextDouble());
      double[] fail = new double[units];
      double[] repair = new double[units];
      for (int failed = 0; failed < units; failed++) {
        fail[failed] = (units - failed) * perUnit;
        repair[failed] = Math.min(failed + 1, repairmen);
      }
      agreeWithProducts(fail, repair);
    }
  }

  @Test
  void birthAndDeath_threeMethods_agree_andWithTheClosedForm() throws UnsolvableException {
    for (long seed = 1; seed <= CHAINS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      // Short, and of like rates: longer ones may have two humps and not settle within 1e5 s.
      int size = 1 + random.nextInt(12);
      double[] birth = random.doubles(size, 0.5, 2).toArray();
      double[] death = random.doubles(size, 0.5, 2).toArray();
      agreeWithProducts(birth, death);
    }
  }

  /** Share i + 1 over share i is up[i] / down[i]. */
  private static void agreeWithProducts(double[] up, double[] down) throws UnsolvableException {
    Rows rows = new Rows();
    double[] product = new double[up.length + 1];
    product[0] = 1;
    double sum = 1;
    for (int i = 0; i <= up.length; i++) {
      if (i < up.length) {
        rows.add(i + 1, up[i]);
        product[i + 1] = product[i] * up[i] / down[i];
        sum += product[i + 1];
      }
      if (i > 0) {
        rows.add(i - 1, down[i - 1]);
      }
      rows.endRow();
    }
    double[] share = agree(rows.chain());
    for (int i = 0; i < share.length; i++) {
      Oracle.agrees("share " + i, share[i], product[i] / sum, 1e-9);
    }
  }

  private static double[] agree(Chain chain) throws UnsolvableException {
    double[] eliminated = Stationary.eliminated(chain).share;
    double[] iterated = Stationary.iterated(chain).share;
    double[] initial = new double[chain.size];
    initial[0] = 1;
    double[] late = new double[chain.size];
    new Uniformization(chain).solve(initial, 1e5, late, new double[chain.size]);
    for (int i = 0; i < chain.size; i++) {
      Oracle.agrees("iterated share " + i, iterated[i], eliminated[i], 1e-9);
      // A transient has an absolute error bound: 1e-9 of the share where that is less.
      assertThat(late[i])
          .as("late share %s", i)
          .isCloseTo(eliminated[i], within(1e-9 * eliminated[i] + 1e-13));
    }
    return eliminated;
  }
}
