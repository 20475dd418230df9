package hebe.sim;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "hebe.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Methods of {@code Math} whose result the language fixes to the bit. */
  private static final Set<String> EXACT =
      Set.of(
          "abs",
          "min",
          "max",
          "sqrt",
          "floor",
          "ceil",
          "rint",
          "round",
          "signum",
          "copySign",
          "getExponent",
          "scalb",
          "ulp",
          "nextUp",
          "nextDown",
          "nextAfter",
          "fma",
          "clamp",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "incrementExact",
          "decrementExact",
          "negateExact",
          "toIntExact",
          "absExact",
          "floorDiv",
          "floorMod",
          "ceilDiv",
          "ceilMod",
          "multiplyHigh",
          "multiplyFull");

  private static final DescribedPredicate<JavaAccess<?>> INEXACT_MATH =
      describe(
          "a method of Math that may differ between platforms",
          access ->
              access.getTargetOwner().isEquivalentTo(Math.class)
                  && !EXACT.contains(access.getName()));

  private static final DescribedPredicate<JavaAccess<?>> WALL_CLOCK =
      describe(
          "the wall clock",
          access ->
              access.getTargetOwner().isEquivalentTo(System.class)
                  && Set.of("currentTimeMillis", "nanoTime").contains(access.getName()));

  private static final DescribedPredicate<JavaAccess<?>> FOREIGN_CHANCE =
      describe(
          "randomness outside the streams",
          access ->
              access.getTargetOwner().isAssignableTo(java.util.random.RandomGenerator.class)
                  || access.getTargetOwner().isEquivalentTo(java.util.UUID.class));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("hebe.sim.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule STATICS_ARE_FINAL = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule RESULTS_ARE_PORTABLE = noClasses().should().accessTargetWhere(INEXACT_MATH);

  @ArchTest
  static final ArchRule TIME_IS_SIMULATED =
      noClasses()
          .that(
              resideInAnyPackage(
                  "hebe.sim.event..",
                  "hebe.sim.random..",
                  "hebe.sim.law..",
                  "hebe.sim.stat..",
                  "hebe.sim.model..",
                  "hebe.sim.step..",
                  "hebe.sim.run..",
                  "hebe.sim.exact..",
                  "hebe.sim.result.."))
          .should()
          .accessTargetWhere(WALL_CLOCK);

  @ArchTest
  static final ArchRule CHANCE_COMES_FROM_STREAMS =
      noClasses().should().accessTargetWhere(FOREIGN_CHANCE);

  @ArchTest static final ArchRule EVENT_STANDS_ALONE = standsAlone("hebe.sim.event");

  @ArchTest static final ArchRule RANDOM_STANDS_ALONE = standsAlone("hebe.sim.random");

  @ArchTest static final ArchRule STAT_STANDS_ALONE = standsAlone("hebe.sim.stat");

  @ArchTest
  static final ArchRule LAW_KNOWS_NOTHING_ABOVE =
      noClasses()
          .that(resideInAPackage("hebe.sim.law.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("hebe..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              "hebe.sim.law..",
                              "hebe.sim.event..",
                              "hebe.sim.random..",
                              "hebe.sim.stat.."))));

  @ArchTest
  static final ArchRule SOLVER_DOES_NOT_KNOW_THE_SIMULATOR =
      noClasses()
          .that(resideInAPackage("hebe.sim.exact.."))
          .should()
          .dependOnClassesThat(resideInAnyPackage("hebe.sim.run..", "hebe.sim.random.."));

  @ArchTest
  static final ArchRule SIMULATOR_DOES_NOT_KNOW_THE_SOLVER =
      noClasses()
          .that(resideInAnyPackage("hebe.sim.run..", "hebe.sim.step..", "hebe.sim.model.."))
          .should()
          .dependOnClassesThat(resideInAPackage("hebe.sim.exact.."));

  private static ArchRule standsAlone(String name) {
    return classes()
        .that(resideInAPackage(name + ".."))
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(name + "..").or(DescribedPredicate.not(resideInAPackage("hebe.."))));
  }
}
