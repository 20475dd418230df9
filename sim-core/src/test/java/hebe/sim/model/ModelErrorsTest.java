package hebe.sim.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong model says what is wrong with it before anything runs. */
class ModelErrorsTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  private static void refused(ThrowingCallable writing, String message) {
    assertThatThrownBy(writing)
        .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void variables_oneName_refused() {
    root.component("run", "up");
    refused(
        () -> root.counter("run", 0, 1, 0), "two variables are called run in the outermost scope");
  }

  @Test
  void variables_oneFullName_refused() {
    root.replicate("web", 1, web -> web.counter("age", 0, 1, 0));
    root.replicate("web", 1, web -> web.counter("age", 0, 1, 0));
    refused(model::build, "two variables are called web/age");
  }

  @Test
  void variables_copyNamedAsAnotherScope_refused() {
    root.replicate("web", 2, web -> web.counter("age", 0, 1, 0));
    root.replicate("web-2", 1, web -> web.counter("age", 0, 1, 0));
    refused(model::build, "two variables are called web-2/age");
  }

  @Test
  void transitions_oneName_refused() {
    root.replicate(
        "web",
        2,
        web -> {
          Component run = web.component("run", "up");
          run.transition("tick").after(new Deterministic(1));
          run.transition("tick").after(new Deterministic(2));
        });
    refused(model::build, "two transitions are called web-1/run/tick");
  }

  @Test
  void copy_ofWhatIsAlreadyWritten_refused() {
    Component run = root.component("run", "up");
    Counter old = root.counter("old", 0, 9, 0);
    Counter now = root.counter("now", 0, 9, 0);
    run.transition("tick").also(now.set(3), old.copyOf(now, 0)).after(new Deterministic(1));
    refused(model::build, "run/tick reads now after it has written it");
  }

  @Test
  void copy_ofAnotherScope_refused() {
    AtomicReference<Counter> other = new AtomicReference<>();
    root.replicate("a", 1, a -> other.set(a.counter("leaked", 0, 9, 0)));
    root.replicate(
        "b",
        1,
        b -> {
          Counter seen = b.counter("seen", 0, 9, 0);
          b.component("run", "up")
              .transition("look")
              .also(seen.copyOf(other.get(), 0))
              .after(new Deterministic(1));
        });
    refused(model::build, "run/look cannot read leaked, which is of another scope");
  }

  @Test
  void rewards_oneName_refused() {
    root.rateReward("up", Guard.always());
    root.rateReward("up", Guard.always());
    refused(model::build, "two rewards are called up");
  }

  @Test
  void timing_none_refused() {
    root.component("run", "up").transition("tick");
    refused(model::build, "run/tick says not when it fires");
  }

  @Test
  void timing_two_refused() {
    TransitionBuilder tick = root.component("run", "up").transition("tick").immediately();
    refused(() -> tick.after(new Deterministic(1)), "run/tick has two timings: Immediate");
  }

  @Test
  void timing_forAnotherNumberOfCopies_refused() {
    root.replicate(
        "web",
        3,
        web ->
            web.component("run", "up")
                .transition("tick")
                .afterPerCopy(List.of(new Deterministic(1), new Deterministic(2))));
    refused(model::build, "run/tick has timings for 2 copies, not for 3");
  }

  @Test
  void timing_noParameters_refused() {
    TransitionBuilder tick = root.component("run", "up").transition("tick");
    refused(() -> tick.afterPerCopy(List.of()), "a timing needs at least one parameter");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
  void calendar_notFiniteAboveZero_refused(double seconds) {
    TransitionBuilder tick = root.component("run", "up").transition("tick");
    String message = "a calendar needs a first instant and a period finite and above 0 s; got";
    refused(() -> tick.byCalendar(List.of(1.0), seconds), message);
    refused(() -> tick.byCalendar(List.of(1.0, seconds), 1), message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void weight_notFiniteAboveZero_refused(double weight) {
    TransitionBuilder tick = root.component("run", "up").transition("tick");
    refused(() -> tick.immediately(weight, 0), "a weight is finite and above 0; got " + weight);
  }

  @Test
  void rank_immediateTransition_refused() {
    root.component("run", "up").transition("tick").immediately().rank(1);
    refused(model::build, "run/tick fires at once: it has a priority, no rank");
  }

  @Test
  void memory_withoutDelay_refused() {
    root.component("run", "up")
        .transition("tick")
        .byCalendar(List.of(1.0), 1)
        .onDisable(MemoryPolicy.RESUME);
    refused(model::build, "run/tick has no delay that it could RESUME");
  }

  @Test
  void state_unknown_refused() {
    Component run = root.component("run", "up", "down");
    refused(() -> run.in("up", "dwon"), "run has no state 'dwon', only [up, down]");
    refused(() -> run.become("dwon"), "run has no state 'dwon', only [up, down]");
  }

  @Test
  void states_twoOfOneNameOrNoneOrTooMany_refused() {
    refused(() -> root.component("run", "up", "up"), "run has two states of one name: [up, up]");
    refused(() -> root.component("idle"), "idle starts at 0, outside 0 to -1");
    refused(
        () -> root.counter("much", -5, 59, 0).variable().valueOf("up"),
        "much has no state 'up', only []");
    Variable wide = root.counter("wide", Integer.MIN_VALUE, Integer.MAX_VALUE, 0).variable();
    refused(() -> new Guard.In(wide, 1), "wide has more than 64 values");
  }

  @Test
  void counter_startsOutside_refused() {
    refused(() -> root.counter("spare", 0, 2, 3), "spare starts at 3, outside 0 to 2");
  }

  @Test
  void effect_outOfBounds_refused() {
    Counter spare = root.counter("spare", 1, 2, 2);
    refused(() -> spare.set(3), "spare cannot be 3, only 1 to 2");
    refused(() -> spare.set(0), "spare cannot be 0, only 1 to 2");
  }

  @Test
  void effects_oneVariableTwice_refused() {
    Component run = root.component("run", "up", "down");
    run.transition("crash").to("down").also(run.become("up")).after(new Exponential(1));
    refused(model::build, "run/crash writes run twice");
  }

  @Test
  void renewing_acrossScopes_refused() {
    TransitionBuilder age =
        root.component("age", "new").transition("age").after(new Exponential(1));
    root.replicate(
        "web",
        1,
        web ->
            refused(
                () -> web.component("run", "up").transition("boot").renewing(age),
                "run/boot cannot renew age/age of another scope"));
  }

  @Test
  void renewing_whatHasNoAge_refused() {
    Component run = root.component("run", "up");
    TransitionBuilder tick = run.transition("tick");
    run.transition("boot").after(new Deterministic(1)).renewing(tick);
    tick.byCalendar(List.of(1.0), 1);
    refused(model::build, "run/boot cannot renew run/tick, whose clock has no age");
  }

  @Test
  void impulseReward_acrossScopes_refused() {
    TransitionBuilder age =
        root.component("age", "new").transition("age").after(new Exponential(1));
    root.replicate(
        "web",
        1,
        web ->
            refused(
                () -> web.impulseReward("aged", 1, age),
                "aged cannot be earned by age/age of another scope"));
  }

  @Test
  void guard_readsASibling_refused() {
    // Without the check it would quietly read the variable at the same place of its own scope.
    AtomicReference<Guard> other = new AtomicReference<>(Guard.always());
    root.replicate("a", 1, a -> other.set(a.component("run", "up", "down").in("down")));
    root.replicate(
        "b",
        1,
        b -> b.component("run", "up", "down").transition("tick").when(other.get()).immediately());
    refused(model::build, "run/tick cannot read run, which is of another scope");
  }

  @Test
  void effectAndReward_insideOfAnInnerScope_refused() {
    AtomicReference<Component> inner = new AtomicReference<>();
    root.replicate("a", 2, a -> inner.set(a.component("part", "up", "down")));
    root.rateReward("down", inner.get().in("down").negated().or(Guard.always()));
    refused(model::build, "down cannot read part, which is of another scope");
    ModelBuilder second = new ModelBuilder();
    second
        .root()
        .component("run", "up")
        .transition("tick")
        .also(inner.get().become("down"))
        .immediately();
    refused(second::build, "run/tick cannot write part, which is of another scope");
  }

  @Test
  void copies_none_refused() {
    refused(() -> root.replicate("web", 0, web -> {}), "web needs at least one copy; got 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void reward_notFinite_refused(double worth) {
    refused(
        () -> root.rateReward("cost", List.of(new Reward.Term(Guard.always(), worth))),
        "cost must be worth a finite number; got " + worth);
    refused(() -> root.impulseReward("cost", worth), "cost must be worth a finite number; got");
  }
}
