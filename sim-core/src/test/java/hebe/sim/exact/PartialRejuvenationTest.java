package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import hebe.sim.model.Ageing;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.TransitionBuilder;
import org.junit.jupiter.api.Test;

/** A clock that is rejuvenated in part has an age, unless it has none. */
class PartialRejuvenationTest {
  private static Model model(DelayLaw life, double factor) {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up", "failed", "serviced");
    TransitionBuilder fail = part.transition("fail").from("up").to("failed").after(life);
    part.transition("repair").from("failed").to("up").after(new Exponential(2));
    part.transition("service")
        .from("up")
        .to("serviced")
        .after(new Exponential(5))
        .ageing(factor, Ageing.Of.WHOLE_AGE, fail);
    part.transition("end").from("serviced").to("up").after(new Exponential(1));
    model.root().rateReward("up", part.in("up"));
    return model.build();
  }

  @Test
  void exponentialLife_isSolved_asIfNothingWereDone() throws UnsolvableException {
    // per second up: 1/10 failures of 2 s, 1/5 services of 1 s: A = 1 / (1 + 0.2 + 0.2)
    assertThat(Solution.of(model(new Exponential(10), 0.3), 100).steady(0))
        .isCloseTo(1 / 1.4, within(1e-12));
  }

  @Test
  void otherLives_areRefused_unlessRenewedInFull() throws UnsolvableException {
    for (DelayLaw life : new DelayLaw[] {new Weibull(2, 10), new Erlang(2, 10)}) {
      assertThatThrownBy(() -> Solution.of(model(life, 0.3), 100))
          .isInstanceOf(UnsolvableException.class)
          .hasMessageContaining("part/fail")
          .hasMessageContaining("rejuvenated in part");
    }
    assertThat(Solution.of(model(new Erlang(2, 10), 0), 100).steady(0)).isBetween(0.7, 0.8);
  }
}
