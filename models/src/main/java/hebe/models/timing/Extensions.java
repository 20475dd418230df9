package hebe.models.timing;

import java.util.Locale;

/** What a processor has for virtual machines. */
public enum Extensions {
  /** Nothing: the VMM deprivileges the guest by other means. */
  NONE("no extensions for virtual machines"),
  /** VT-x of the first generation: no second level of page tables. */
  VTX("VT-x without EPT"),
  /** VT-x with extended page tables. */
  VTX_EPT("VT-x with EPT"),
  /** AMD SVM without nested page tables. */
  SVM("SVM without nested page tables"),
  /** AMD SVM with nested page tables. */
  SVM_NPT("SVM with nested page tables");

  private final String words;

  Extensions(String words) {
    this.words = words;
  }

  /** The word in data files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, as in "it has ...". */
  public String words() {
    return words;
  }

  /** Whether a processor with these can do what needs the others. */
  boolean include(Extensions needed) {
    return switch (needed) {
      case NONE -> true;
      case VTX -> this == VTX || this == VTX_EPT;
      case SVM -> this == SVM || this == SVM_NPT;
      case VTX_EPT, SVM_NPT -> this == needed;
    };
  }
}
