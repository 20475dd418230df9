package hebe.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.DecimalFormat;
import java.util.Formatter;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Rules of the module; concatenation of a double with {@code +} is not a call and escapes them. */
@AnalyzeClasses(packages = "hebe.reports", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule reports_knowNeitherModelsNorScenarios =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hebe.models..", "hebe.scenarios..");

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("hebe.reports.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule parts_doNotKnowTheWhole =
      noClasses()
          .that()
          .resideInAPackage("hebe.reports.*..")
          .and()
          .resideOutsideOfPackage("hebe.reports.store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hebe.reports");

  @ArchTest
  static final ArchRule store_standsBesideTheWriter =
      noClasses()
          .that()
          .resideOutsideOfPackage("hebe.reports.store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hebe.reports.store");

  @ArchTest
  static final ArchRule doubles_becomeTextInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("hebe.reports.number")
          .should()
          .callMethodWhere(writesADouble())
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Formatter.class, DecimalFormat.class);

  private static DescribedPredicate<JavaCall<?>> writesADouble() {
    Set<String> writers =
        Set.of("toString", "valueOf", "append", "print", "println", "writeNumber");
    return DescribedPredicate.<JavaCall<?>>describe(
            "formats by a pattern",
            call ->
                call.getTarget().getOwner().isEquivalentTo(String.class)
                    && Set.of("format", "formatted").contains(call.getTarget().getName()))
        .or(
            DescribedPredicate.describe(
                "writes a double",
                call ->
                    writers.contains(call.getTarget().getName())
                        && !boxes(call)
                        && call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(
                                type ->
                                    type.isEquivalentTo(double.class)
                                        || type.isEquivalentTo(float.class))))
        .or(
            DescribedPredicate.describe(
                "writes a number property",
                call ->
                    call.getTarget().getOwner().isAssignableTo(JsonGenerator.class)
                        && call.getTarget().getName().equals("writeNumberProperty")
                        && call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(double.class))));
  }

  private static boolean boxes(JavaCall<?> call) {
    return call.getTarget().getName().equals("valueOf")
        && (call.getTarget().getOwner().isEquivalentTo(Double.class)
            || call.getTarget().getOwner().isEquivalentTo(Float.class));
  }
}
