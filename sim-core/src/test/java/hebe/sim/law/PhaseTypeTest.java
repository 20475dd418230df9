package hebe.sim.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.PhaseType.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseTypeTest {

  @Test
  void mean_coxianLaw_isByHand() {
    // From phase 2: 1 / 4. From phase 1: (1 + 1 * 1/4) / 2 = 0.625. Start in 1 with 0.8, in 2 with
    // 0.2: 0.5 + 0.05.
    PhaseType coxian = new PhaseType(List.of(new Phase(0.8, 1, 1), new Phase(0.2, 0, 4)));
    assertThat(coxian.meanSeconds()).isEqualTo(0.55);
  }

  @Test
  void erlang_threeStages_isASequence() {
    assertThat(new Erlang(3, 6).phases().orElseThrow().phases())
        .containsExactly(new Phase(1, 0.5, 0), new Phase(0, 0.5, 0), new Phase(0, 0, 0.5));
  }

  @Test
  void hyperexponential_branches_areParallel() {
    List<Hyperexponential.Branch> branches =
        List.of(new Hyperexponential.Branch(0.25, 4), new Hyperexponential.Branch(0.75, 0.5));
    assertThat(new Hyperexponential(branches).phases().orElseThrow().phases())
        .containsExactly(new Phase(0.25, 0, 0.25), new Phase(0.75, 0, 2));
  }

  @Test
  void erlangMixture_branchesOfOneStageMean_shareAChain() {
    // 0.5 of 2 stages and 0.25 of 1 stage of mean 4, 0.25 of 1 stage of mean 0.5.
    List<ErlangMixture.Branch> branches =
        List.of(
            new ErlangMixture.Branch(0.5, 2, 4),
            new ErlangMixture.Branch(0.25, 1, 0.5),
            new ErlangMixture.Branch(0.25, 1, 4));
    assertThat(new ErlangMixture(branches).phases().orElseThrow().phases())
        .containsExactly(new Phase(0.5, 0.25, 0), new Phase(0.25, 0, 0.25), new Phase(0.25, 0, 2));
  }

  @Test
  void phases_outOfRange_areRefused() {
    assertThatThrownBy(() -> new Phase(1.5, 0, 1))
        .hasMessage("startProbability: expected between 0.0 and 1.0, got 1.5");
    assertThatThrownBy(() -> new Phase(1, 0, 0))
        .hasMessage("sum of the rates: expected finite and above 0, got 0.0");
    assertThatThrownBy(() -> new PhaseType(List.of())).hasMessageStartingWith("number of phases");
    assertThatThrownBy(() -> new PhaseType(List.of(new Phase(0.9, 0, 1))))
        .hasMessageStartingWith("sum of the start probabilities: expected between");
    assertThatThrownBy(() -> new PhaseType(List.of(new Phase(1, 1, 1))))
        .hasMessage("nextPerSecond of the last phase: expected between 0.0 and 0.0, got 1.0");
  }
}
