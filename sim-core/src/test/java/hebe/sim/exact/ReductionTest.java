package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is said of a model before it is solved. */
class ReductionTest {
  private static Model hosts(int hosts, int guests) {
    ModelBuilder model = new ModelBuilder();
    model
        .root()
        .replicate(
            "host",
            hosts,
            host -> {
              Counter up = host.counter("up", 0, guests, guests);
              host.replicate(
                  "guest",
                  guests,
                  guest -> {
                    Component run = guest.component("run", "up", "down", "never");
                    run.transition("crash")
                        .from("up")
                        .to("down")
                        .also(up.minus(1))
                        .after(new Exponential(9));
                    run.transition("repair")
                        .from("down")
                        .to("up")
                        .also(up.plus(1))
                        .after(new Exponential(1));
                  });
            });
    return model.build();
  }

  @Test
  void fleet_saysIslandsCopiesAndStates() throws UnsolvableException {
    Reduction reduction = Reduction.of(hosts(3, 11), Observer.none(), 100);
    // The counter has 12 values, the guests make C(11 + 2 - 1, 11) = 12 multisets of two states.
    assertThat(reduction.islands())
        .containsExactly(
            new Reduction.Island(
                "host-1/guest-1/run/crash",
                3,
                Map.of("host/guest", 11),
                Map.of(),
                BigInteger.valueOf(144),
                OptionalInt.of(12)));
  }

  @Test
  void states_moreThanTried_areNotSaid() throws UnsolvableException {
    assertThat(Reduction.of(hosts(1, 11), Observer.none(), 11).islands().get(0).states()).isEmpty();
    assertThat(Reduction.of(hosts(1, 11), Observer.none(), 12).islands().get(0).states())
        .hasValue(12);
  }

  @Test
  void multisets_areCounted() {
    assertThat(Size.multisets(11, BigInteger.TWO)).isEqualTo(12);
    // C(49, 6).
    assertThat(Size.multisets(6, BigInteger.valueOf(44))).isEqualTo(13_983_816);
  }

  @Test
  void numbers_areShownForPeople() {
    assertThat(Size.show(BigInteger.valueOf(9_999_999))).isEqualTo("9999999");
    assertThat(Size.show(BigInteger.valueOf(13_983_816))).isEqualTo("about 1.4E+7");
    assertThat(Size.showBytes(1 << 20)).isEqualTo("1 MiB");
    assertThat(Size.showBytes((1 << 20) + 1)).isEqualTo("2 MiB");
  }

  @Test
  void memory_ofAMillionStates_isCounted() {
    // 12 and 34 bytes a state, 18 a rate, and four times as much for the heap.
    long bytes = Size.bytes(1_000_000, 4_000_000, 1);
    assertThat(bytes).isEqualTo(118_000_000);
    assertThat(Size.heapFor(bytes)).isEqualTo(472_000_000);
    assertThat(Size.mostBytes(Size.heapFor(bytes))).isEqualTo(bytes);
  }
}
