package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code hebe timing --switch} says. */
class SwitchCommandTest {
  @TempDir private Path folder;

  private static Ran switching(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "timing";
    all[1] = "--switch";
    System.arraycopy(options, 0, all, 2, options.length);
    return Ran.hebe(all);
  }

  // The sums are in SwitchLawTest: 1528.07 us, and 200 us calibrated; 35.39 us.
  @Test
  void lightLoad_printsPartsWaitsAndHypothesis() {
    Ran ran = switching();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith(
            "One attach and one detach: page records: recompute, netburst-xeon-2400 at 3 GHz")
        .containsPattern("attach +all +1528 +762\\.\\d \\.\\. 3115 +200 +150 \\.\\. 250")
        .containsPattern("detach +all +35\\.39 ")
        .contains("Hebe's hypothesis: how the times grow")
        .containsPattern("\n0\\.1 +calibrated +1\\.311 +10\\.2\n");
  }

  // 140 x 21,120 cycles and 500 us less.
  @Test
  void tracking_isCheaperToAttach_andTaxesNativeMode() {
    Ran ran = switching("--variant", "track");
    assertThat(ran.out())
        .containsPattern("attach +all +42\\.47 ")
        .contains("3 (1 .. 5) % of the native work");
  }

  // 10,000 stretches of 10 us: 1 - (10 / 11)^2 = 0.174 of the attempts.
  @Test
  void loadOfSensitiveCode_isSimulated() {
    Ran ran =
        switching(
            "--cpus",
            "2",
            "--sensitive-rate",
            "10000 /s",
            "--sensitive-length",
            "10 us",
            "--simulate",
            "200");
    assertThat(ran.out())
        .contains("simulated 200 times")
        .containsPattern("\n0\\.174 +as they are ");
  }

  @Test
  void output_isAFolderOfTablesAndThePicture() throws IOException {
    Path output = folder.resolve("out");
    Ran ran = switching("-o", output.toString());
    assertThat(ran.out()).endsWith("Written: 6 files in " + output + "\n");
    assertThat(Files.readString(output.resolve("switch.csv")))
        .startsWith("step,part,terms,count,cycles,low,high,time [s],low,high\r\n")
        .contains("attach,type counts of mapped frames,as they are,10000,1500000,");
    assertThat(output.resolve("switch-sweep.csv")).exists();
    assertThat(output.resolve("plots")).isDirectoryContaining("glob:**/switch.svg");
  }

  @Test
  void relatives_areShownAsConstants() {
    assertThat(switching().out())
        .containsPattern("odv +detach +hardware +30 +abstract +constant ")
        .containsPattern("microvisor +attach +not known +4.5 +estimated +constant ");
  }

  @Test
  void chanceBesideALoad_isRefused_andBothAreNamed() {
    Ran ran = switching("--in-use", "1 %", "--sensitive-rate", "10 /s");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--in-use: expected a chance", "got --in-use and --sensitive-rate")
        .doesNotContain("only one");
  }

  // One CPU: 10,000 / 10,001 of the time. Four: 1 - (1 / 2)^4 = 93.75 %, and 100 ms are 10^5
  // periods:
  // 10^6 x 10^5 x 16 = 1.6 x 10^12 attempts.
  @Test
  void switches_thatHardlyEverComeAbout_areRefused() {
    Ran never = switching("--sensitive-rate", "10000 /s", "--sensitive-length", "1 s");
    assertThat(never.code()).isEqualTo(2);
    assertThat(never.err())
        .contains("--sensitive-rate: expected sensitive code that at most 99.9 %", "got 99.99");
    Ran many =
        switching(
            "--cpus",
            "4",
            "--sensitive-rate",
            "10 /s",
            "--sensitive-length",
            "100 ms",
            "--retry",
            "1 us",
            "--simulate",
            "1000000");
    assertThat(many.code()).isEqualTo(2);
    assertThat(many.err())
        .contains("--simulate: expected about 200000000 attempts at most", "got about");
  }

  @Test
  void optionsOfASwitch_withoutOne_areRefused() {
    Ran ran = Ran.hebe("timing", "--cpus", "4", "--every-frame");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--cpus: expected --switch beside it, got none")
        .contains("--every-frame: expected --switch beside it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--variant lazy | --variant",
        "--cpus 0 | --cpus: expected a whole number from 1 to 1024, got",
        "--processes -1 | --processes: expected a whole number from 0",
        "--simulate 1s | --simulate: expected a whole number from 1 to 1000000",
        "--memory 4 | --memory",
        "--in-use 0.1 | --in-use",
        "--sensitive-rate 10/s | --sensitive-length: expected both, rate and length",
        "--retry 10 | --retry",
        "--workload kernel-build | --workload: expected nothing about workloads with --switch",
        "--cpu nehalem | --cpu: expected a processor and mode whose paravirtual costs are known",
        "--mode vtx-ept | --mode"
      })
  void mistakes_areNamedWithTheirOption(String options, String message) {
    Ran ran = switching(options.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(message);
  }
}
