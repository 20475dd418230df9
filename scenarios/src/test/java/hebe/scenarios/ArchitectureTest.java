package hebe.scenarios;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Rules between the modules. */
@AnalyzeClasses(packages = "hebe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaAccess<?>> PROCESS =
      describe(
          "the process and its wall clock",
          access ->
              access.getTargetOwner().isEquivalentTo(System.class)
                  && Set.of("exit", "out", "err", "in", "nanoTime", "currentTimeMillis")
                      .contains(access.getName()));

  /** Static constants are immutable; arrays are left to review. */
  private static final DescribedPredicate<JavaClass> CONTAINER =
      describe(
          "a type made to be changed",
          type ->
              type.getPackageName().startsWith(AtomicReference.class.getPackageName())
                  || type.isEquivalentTo(StringBuilder.class)
                  || (type.getPackageName().equals("java.util")
                      && !type.isInterface()
                      && (type.isAssignableTo(Collection.class)
                          || type.isAssignableTo(Map.class))));

  @ArchTest
  static void everyModule_isLookedAt(JavaClasses classes) {
    for (String module : Set.of("hebe.sim", "hebe.models", "hebe.reports", "hebe.scenarios")) {
      assertThat(classes.stream().filter(type -> type.getPackageName().startsWith(module)))
          .as(module)
          .hasSizeGreaterThan(20);
    }
  }

  @ArchTest
  static final ArchRule simCore_knowsNoneOfTheOthers =
      noClasses()
          .that()
          .resideInAPackage("hebe.sim..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hebe.models..", "hebe.reports..", "hebe.scenarios..");

  @ArchTest
  static final ArchRule models_knowNoReports =
      noClasses()
          .that()
          .resideInAPackage("hebe.models..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hebe.reports..", "hebe.scenarios..");

  @ArchTest
  static final ArchRule reports_knowNoModels =
      noClasses()
          .that()
          .resideInAPackage("hebe.reports..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hebe.models..", "hebe.scenarios..");

  @ArchTest
  static final ArchRule onlyScenarios_readYamlAndCommandLines =
      noClasses()
          .that()
          .resideOutsideOfPackage("hebe.scenarios..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tools.jackson.dataformat.yaml..", "org.snakeyaml..", "picocli..", "me.tongfei..");

  @ArchTest
  static final ArchRule onlyReports_draw =
      noClasses()
          .that()
          .resideOutsideOfPackage("hebe.reports..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "org.apache.batik..", "java.awt..");

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("hebe.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule statics_doNotChange =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(CONTAINER)
          .as("statics do not change");

  @ArchTest
  static final ArchRule onlyTheCommandLine_touchesTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("hebe.scenarios.cli")
          .should()
          .accessTargetWhere(PROCESS);
}
