package hebe.models.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.sim.result.Provenance;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Pattern ID = Pattern.compile("\\b(?:rh|def|tdsc|hyfix|scrub)-[a-z0-9-]+");

  private static final List<String> COLUMNS = List.of("low", "high", "note");

  private final Published published = Published.warmVmReboot();
  private final Catalog catalog = Catalog.load(published);

  @Test
  void catalog_everyProfile_isCompleteAndInTheUnitsOfItsKind() {
    int values = 0;
    for (Profile profile : profiles()) {
      for (Parameter parameter : Parameter.of(profile.kind())) {
        assertThat(profile.values().get(parameter).unit()).isEqualTo(parameter.unit());
        values++;
      }
    }
    // 2 machines x 6, 2 VMMs x 7, 1 system x 3, 3 services x 2, 5 techniques x 9: the rows of the
    // file.
    assertThat(values).isEqualTo(80);
  }

  @Test
  void catalog_names_comeInTheOrderOfTheFile() {
    assertThat(catalog.names(Parameter.Kind.HARDWARE))
        .containsExactly("opteron-280-2006", "modern-2s-1tib");
    assertThat(catalog.names(Parameter.Kind.VMM)).containsExactly("xen-3.0.0", "kvm-kexec-2022");
    assertThat(catalog.names(Parameter.Kind.OS)).containsExactly("linux-2.6.12");
    assertThat(catalog.names(Parameter.Kind.SERVICE)).containsExactly("jboss", "sshd", "none");
  }

  @Test // WVR-03
  void catalog_everyInput_restsOnNoTarget() {
    Set<String> used = new LinkedHashSet<>();
    for (Profile profile : profiles()) {
      profile.values().values().forEach(value -> used.addAll(ids(value.source())));
    }
    assertThat(used)
        .contains("rh-post", "rh-vmm-n0", "def-scrub", "rh-jboss-start", "hyfix-host-reboot");
    assertThat(used)
        .allSatisfy(
            id ->
                assertThat(published.figure(id).role()).as(id).isNotEqualTo(Published.Role.TARGET));
  }

  @Test
  void catalog_everyInput_hasTheValueOfItsFigure() {
    int compared = 0;
    for (Profile profile : profiles()) {
      for (Sourced value : profile.values().values()) {
        if (value.origin() == Sourced.Origin.CATALOG
            && value.source().contains(": ")
            && !ids(value.source()).isEmpty()) {
          Published.Figure figure = published.figure(ids(value.source()).get(0));
          assertThat(value.value()).isEqualTo(figure.value());
          assertThat(value.verified()).isEqualTo(figure.verified());
          compared++;
        }
      }
    }
    // Six of the machine of 2006, five of its VMM, three of its guests, two of services, and the
    // host boot of Hy-FiX.
    assertThat(compared).isEqualTo(17);
  }

  @Test
  void xen_dom0Boot_isWhatRemainsWithoutScrubAndStart() {
    // 12 GiB - 512 MiB = 11.5 GiB; 43 - 11 - 11.5 x 0.485 = 26.4225 s
    assertThat(value(Parameter.Kind.VMM, "xen-3.0.0", Parameter.DOM0_BOOT).value())
        .isCloseTo(26.4225, within(1e-12));
  }

  @Test
  void xen_suspend_isPerGib() {
    // 0.08 s for one guest of 11 GiB
    assertThat(value(Parameter.Kind.VMM, "xen-3.0.0", Parameter.SUSPEND).value())
        .isEqualTo(0.08 / 11);
  }

  @Test
  void jboss_start_isSplitIntoDiskAndCpu() {
    // 16.8 s in all, 9.2 s of them on the disk
    assertThat(value(Parameter.Kind.SERVICE, "jboss", Parameter.SERVICE_START_DISK).value())
        .isEqualTo(9.2);
    assertThat(value(Parameter.Kind.SERVICE, "jboss", Parameter.SERVICE_START_CPU).value())
        .isCloseTo(7.6, within(1e-12));
  }

  @Test
  void kvm_shutdownStartAndBoot_makeThePublishedHostReboot() {
    Profile kvm = catalog.profile(Parameter.Kind.VMM, "kvm-kexec-2022");
    double reboot =
        kvm.get(Parameter.DOM0_SHUTDOWN)
            + kvm.get(Parameter.VMM_START)
            + kvm.get(Parameter.DOM0_BOOT);
    assertThat(reboot).isCloseTo(published.figure("hyfix-host-reboot").value(), within(1e-12));
  }

  @Test
  void modernScrub_isThatOfTheLargerHost() {
    // 63 s for 1536 GiB is 0.0410 s/GiB, 3 s for 128 GiB is 0.0234 s/GiB
    Sourced scrub = value(Parameter.Kind.HARDWARE, "modern-2s-1tib", Parameter.SCRUB);
    assertThat(scrub.value()).isCloseTo(63.0 / 1536, within(5e-5));
    assertThat(scrub.low().orElseThrow()).isCloseTo(3.0 / 128, within(5e-5));
  }

  @Test
  void derivedValues_ofUnverifiedFigures_areNotVerified() {
    for (Profile profile : profiles()) {
      for (Sourced value : profile.values().values()) {
        boolean allVerified =
            ids(value.source()).stream().allMatch(id -> published.figure(id).verified());
        assertThat(value.verified() && !allVerified).as(value.source()).isFalse();
      }
    }
    assertThat(value(Parameter.Kind.VMM, "xen-3.0.0", Parameter.DOM0_BOOT).verified()).isFalse();
    assertThat(value(Parameter.Kind.VMM, "kvm-kexec-2022", Parameter.DOM0_BOOT).verified())
        .isFalse();
    assertThat(value(Parameter.Kind.HARDWARE, "opteron-280-2006", Parameter.SCRUB).verified())
        .isTrue();
  }

  @Test // WVR-01
  void figures_recalledOrEstimated_areNeverVerified() {
    int unverified = 0;
    for (Published.Figure figure : published.all()) {
      if (figure.provenance() == Provenance.RECALLED
          || figure.provenance() == Provenance.ESTIMATED) {
        assertThat(figure.verified()).as(figure.id()).isFalse();
        unverified++;
      }
    }
    assertThat(unverified).isGreaterThan(40);
  }

  @Test // WVR-01
  void figures_derivedFromRecalled_areNotVerified() {
    List<Published.Figure> derived =
        published.all().stream()
            .filter(
                figure ->
                    figure.provenance() == Provenance.DERIVED
                        && figure.source().startsWith("Kourai"))
            .filter(figure -> !figure.id().startsWith("tdsc"))
            .toList();
    assertThat(derived).hasSizeGreaterThan(20).noneMatch(Published.Figure::verified);
  }

  @Test
  void figures_withABand_lieInIt() {
    assertThat(published.all())
        .allSatisfy(
            figure -> {
              figure
                  .low()
                  .ifPresent(
                      low -> assertThat(low).as(figure.id()).isLessThanOrEqualTo(figure.value()));
              figure
                  .high()
                  .ifPresent(
                      high ->
                          assertThat(high).as(figure.id()).isGreaterThanOrEqualTo(figure.value()));
            });
  }

  @Test
  void unknownNames_areRefusedByName() {
    assertThatThrownBy(() -> catalog.profile(Parameter.Kind.VMM, "xen-4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no vmm is called 'xen-4'; there are [xen-3.0.0, kvm-kexec-2022]");
    assertThatThrownBy(() -> published.figure("rh-nothing")).hasMessageContaining("'rh-nothing'");
    assertThatThrownBy(() -> new Derivations(published).of("nothing"))
        .hasMessageContaining("nothing");
  }

  @Test
  void profile_incomplete_isRefused() {
    assertThatThrownBy(() -> Fixtures.profile(Parameter.Kind.OS, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("test-os lacks boot-disk");
  }

  @Test
  void profile_withAnotherUnit_isRefused() {
    Map<Parameter, Sourced> minutes = new EnumMap<>(Fixtures.os().values());
    minutes.put(Parameter.OS_BOOT, Sourced.given(1, "min", "test"));
    assertThatThrownBy(() -> new Profile(Parameter.Kind.OS, "os", minutes))
        .hasMessage("os boot is at least 0, in s; got 1.0 min");
  }

  @Test
  void profile_withAValueOfAnotherKind_isRefused() {
    Sourced post = Sourced.given(1, "s", "test");
    assertThatThrownBy(() -> Fixtures.os().with(Map.of(Parameter.POST, post)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("post");
  }

  @Test
  void profile_withoutMemoryCoresOrDisk_isRefused() {
    for (Parameter needed : List.of(Parameter.MEMORY, Parameter.CORES, Parameter.DISK_RATE)) {
      assertThatThrownBy(() -> Fixtures.with(Fixtures.hardware(), needed, 0))
          .as(needed.key())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("above 0");
    }
  }

  @Test // WVR-03
  void row_thatNamesATarget_isRefused() {
    assertThatThrownBy(() -> catalogOf(List.of(row("post", "rh-cold-jboss-11", "", "s"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rh-cold-jboss-11 is a target and cannot be an input");
  }

  @Test
  void row_inAnotherUnitThanItsFigure_isRefused() {
    // The figure is 5 min: as 5 s it would be wrong by 60.
    assertThatThrownBy(() -> catalogOf(List.of(row("post", "def-crash-detection", "", "s"))))
        .hasMessage("def-crash-detection is in min, the catalog wants s");
  }

  @Test
  void row_withFigureAndValue_isRefused() {
    assertThatThrownBy(() -> catalogOf(List.of(row("post", "rh-post", "48", "s"))))
        .hasMessageContaining("rh-post");
  }

  @Test
  void rows_ofOneParameter_areRefused() {
    assertThatThrownBy(
            () -> catalogOf(List.of(row("post", "rh-post", "", "s"), row("post", "", "48", "s"))))
        .hasMessage("the catalog gives machine post twice");
  }

  @Test
  void row_ofAnUnknownParameter_isRefused() {
    assertThatThrownBy(() -> catalogOf(List.of(row("posts", "rh-post", "", "s"))))
        .hasMessageContaining("hardware posts");
  }

  private Catalog catalogOf(List<Map<String, String>> rows) {
    return Catalog.of(rows, published);
  }

  private static Map<String, String> row(
      String parameter, String figure, String value, String unit) {
    Map<String, String> row = new HashMap<>();
    COLUMNS.forEach(column -> row.put(column, ""));
    row.putAll(
        Map.of("kind", "hardware", "name", "machine", "provenance", "estimated", "source", "test"));
    row.putAll(Map.of("parameter", parameter, "published", figure, "value", value, "unit", unit));
    return row;
  }

  private Sourced value(Parameter.Kind kind, String name, Parameter parameter) {
    return catalog.profile(kind, name).values().get(parameter);
  }

  private List<Profile> profiles() {
    List<Profile> profiles = new ArrayList<>();
    for (Parameter.Kind kind : Parameter.Kind.values()) {
      catalog.names(kind).forEach(name -> profiles.add(catalog.profile(kind, name)));
    }
    return profiles;
  }

  private static List<String> ids(String source) {
    List<String> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(source);
    while (matcher.find()) {
      ids.add(matcher.group());
    }
    return ids;
  }
}
