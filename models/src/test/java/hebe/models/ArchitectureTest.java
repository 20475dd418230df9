package hebe.models;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "hebe.models", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Methods of {@code Math} whose result the language fixes to the bit. */
  private static final Set<String> EXACT =
      Set.of("abs", "min", "max", "sqrt", "floor", "ceil", "rint", "ulp");

  private static final DescribedPredicate<JavaAccess<?>> INEXACT_MATH =
      describe(
          "a method of Math that is random or may differ between platforms",
          access ->
              access.getTargetOwner().isEquivalentTo(Math.class)
                  && !EXACT.contains(access.getName()));

  private static final DescribedPredicate<JavaAccess<?>> WALL_CLOCK =
      describe(
          "the wall clock",
          access ->
              (access.getTargetOwner().isEquivalentTo(System.class)
                      && Set.of("currentTimeMillis", "nanoTime").contains(access.getName()))
                  || (access.getTargetOwner().getPackageName().equals("java.time")
                      && access.getName().equals("now")));

  private static final DescribedPredicate<JavaAccess<?>> FOREIGN_CHANCE =
      describe(
          "randomness outside the streams",
          access ->
              access.getTargetOwner().isAssignableTo(java.util.random.RandomGenerator.class)
                  || access.getTargetOwner().isEquivalentTo(java.util.UUID.class));

  @ArchTest
  static final ArchRule MODELS_STAND_ON_SIM_CORE_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("hebe..")
                  .and(not(resideInAnyPackage("hebe.models..", "hebe.sim.."))));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("hebe.models.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule RECOVERY_KNOWS_NOTHING_ABOVE =
      noClasses()
          .that(resideInAnyPackage("hebe.models.catalog..", "hebe.models.recovery.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "hebe.models.failure..",
                  "hebe.models.policy..",
                  "hebe.models.outage..",
                  "hebe.models.fleet.."));

  @ArchTest
  static final ArchRule OUTAGES_KNOW_NO_HOSTS =
      noClasses()
          .that(resideInAPackage("hebe.models.outage.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("hebe.models..").and(not(resideInAPackage("hebe.models.outage.."))));

  @ArchTest
  static final ArchRule STATICS_ARE_FINAL = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule STATICS_ARE_NOT_ARRAYS =
      noFields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .haveRawType(describe("an array", JavaClass::isArray));

  @ArchTest
  static final ArchRule RESULTS_ARE_PORTABLE = noClasses().should().accessTargetWhere(INEXACT_MATH);

  @ArchTest
  static final ArchRule TIME_IS_SIMULATED = noClasses().should().accessTargetWhere(WALL_CLOCK);

  @ArchTest
  static final ArchRule CHANCE_COMES_FROM_STREAMS =
      noClasses().should().accessTargetWhere(FOREIGN_CHANCE);

  @ArchTest
  static final ArchRule ORDER_IS_PART_OF_THE_RESULT =
      noClasses()
          .that(
              resideInAnyPackage(
                  "hebe.models.fleet..", "hebe.models.outage..", "hebe.models.recovery.."))
          .should()
          .dependOnClassesThat(
              describe("a hash map", type -> type.isEquivalentTo(java.util.HashMap.class)));
}
