package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.stat.Tally;
import org.junit.jupiter.api.Test;

class ImmediateTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  @Test
  void priorities_oneComponent_highestFiresWithoutDrawing() {
    Component run = root.component("run", "rest", "asked", "low", "high");
    run.transition("ask").from("rest").to("asked").after(new Deterministic(2));
    run.transition("low").from("asked").to("low").immediately(1000, 1);
    run.transition("high").from("asked").to("high").immediately(1, 2);
    assertThat(Firings.schedule(model.build(), 9)).containsExactly("2 run/ask", "2 run/high");
    assertThat(Nothing.run(model.build(), 1, 0, 9).drew()).isFalse();
  }

  @Test
  void priorities_severalComponents_higherFirst() {
    choice("a", 0);
    choice("b", 2);
    choice("c", 1);
    assertThat(Firings.schedule(model.build(), 1)).containsExactly("0 b/go", "0 c/go", "0 a/go");
  }

  @Test
  void equalPriorities_differentComponents_fireInTheirOrderWithoutDrawing() {
    choice("b", 0);
    choice("a", 0);
    choice("c", 0);
    assertThat(Firings.schedule(model.build(), 1)).containsExactly("0 b/go", "0 a/go", "0 c/go");
    assertThat(Nothing.run(model.build(), 1, 0, 1).drew()).isFalse();
  }

  @Test
  void firing_takesAwayWhatAnotherNeeds_theOtherDoesNotFire() {
    var crews = root.counter("crews", 0, 1, 1);
    for (String name : new String[] {"a", "b"}) {
      Component part = root.component(name, "failed", "in-repair", "up");
      part.transition("begin")
          .from("failed")
          .to("in-repair")
          .when(crews.atLeast(1))
          .also(crews.minus(1))
          .immediately();
      part.transition("end")
          .from("in-repair")
          .to("up")
          .also(crews.plus(1))
          .after(new Deterministic(4));
    }
    assertThat(Firings.schedule(model.build(), 9))
        .containsExactly("0 a/begin", "4 a/end", "4 b/begin", "8 b/end");
  }

  @Test
  void weights_oneToThree_choseAsOftenAsTheySay() {
    Component run = root.component("run", "ask", "one", "three");
    var one = run.transition("one").from("ask").to("one").immediately(0.5, 0);
    run.transition("three").from("ask").to("three").immediately(1.5, 0);
    run.transition("again").from("one", "three").to("ask").after(new Deterministic(1));
    root.impulseReward("ones", 1, one);
    Model built = model.build();
    Tally ones = new Tally();
    for (int replication = 0; replication < 500; replication++) {
      // Choices at 0, 1 ... 4999. Standard error sqrt(0.25 * 0.75 / 2,500,000) = 0.00027.
      ones.add(Nothing.run(built, 42, replication, 4999).total(0) / 5000);
    }
    Theory.agrees("share of the smaller weight", ones, 0.25, 0.0025);
  }

  @Test
  void choice_realCompetition_drawsFromTheStreamOfTheFirst() {
    Component run = root.component("run", "ask", "one", "two");
    run.transition("one").from("ask").to("one").immediately(1, 0);
    run.transition("two").from("ask").to("two").immediately(1, 0);
    assertThat(Nothing.run(model.build(), 1, 0, 1).drew()).isTrue();
    for (int replication = 0; replication < 20; replication++) {
      var streams = new hebe.sim.random.Streams(1, replication, 1);
      streams.open(0, "run/one");
      String chosen = streams.nextUniform(0) < 0.5 ? "run/one" : "run/two";
      assertThat(Firings.of(model.build(), 1, replication, 1).get(0).name()).isEqualTo(chosen);
    }
  }

  private void choice(String name, int priority) {
    root.component(name, "ask", "done")
        .transition("go")
        .from("ask")
        .to("done")
        .immediately(1, priority);
  }
}
