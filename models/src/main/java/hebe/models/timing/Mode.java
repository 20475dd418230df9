package hebe.models.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the code of a guest runs. */
public enum Mode {
  /** No VMM, uniprocessor kernel. */
  NATIVE(Kind.BARE, Extensions.NONE, "no VMM, uniprocessor kernel"),
  /** No VMM, kernel with the locks of a multiprocessor. */
  NATIVE_SMP(Kind.BARE, Extensions.NONE, "no VMM, multiprocessor kernel"),
  /** 32-bit paravirtualized guest; segments protect Xen. */
  XEN_PV_32(Kind.PARAVIRTUAL, Extensions.NONE, "32-bit paravirtualized guest on Xen"),
  /** 64-bit software virtualization; stands in for 64-bit paravirtualization. */
  PV_SOFTWARE_64(
      Kind.PARAVIRTUAL,
      Extensions.NONE,
      "64-bit paravirtualized guest without VT-x (PVM), also in place of 64-bit Xen"),
  /** The same inside a virtual machine. */
  NESTED_PV_SOFTWARE_64(
      Kind.PARAVIRTUAL, Extensions.NONE, "64-bit paravirtualized guest inside a virtual machine"),
  /** The code of the guest's kernel is translated. */
  BINARY_TRANSLATION(Kind.TRANSLATED, Extensions.NONE, "translated guest kernel"),
  /** VT-x; the VMM keeps shadow page tables. */
  VTX_SHADOW(Kind.SHADOW_PAGING, Extensions.VTX, "VT-x with shadow page tables"),
  /** VT-x with extended page tables. */
  VTX_EPT(Kind.HARDWARE_PAGING, Extensions.VTX_EPT, "VT-x with extended page tables"),
  /** VT-x guest inside a VT-x guest, both with extended page tables. */
  NESTED_EPT(Kind.HARDWARE_PAGING, Extensions.VTX_EPT, "VT-x guest inside a VT-x guest"),
  /** AMD SVM with shadow page tables. */
  SVM_SHADOW(Kind.SHADOW_PAGING, Extensions.SVM, "SVM with shadow page tables"),
  /** AMD SVM with nested page tables. */
  SVM_NPT(Kind.HARDWARE_PAGING, Extensions.SVM_NPT, "SVM with nested page tables"),
  /** User-mode Linux with the skas3 patch of the host. */
  TYPE2_SKAS(Kind.TYPE_TWO, Extensions.NONE, "User-mode Linux with the skas3 host patch"),
  /** User-mode Linux with a tracing thread. */
  TYPE2_TRACING_THREAD(Kind.TYPE_TWO, Extensions.NONE, "User-mode Linux with a tracing thread"),
  /** UMLinux as first built: two processes and ptrace. */
  TYPE2_PTRACE(Kind.TYPE_TWO, Extensions.NONE, "UMLinux: two processes, ptrace, mmap"),
  /** UMLinux with the VMM in the kernel of the host. */
  TYPE2_KERNEL_MODULE(Kind.TYPE_TWO, Extensions.NONE, "UMLinux with the VMM in the host kernel"),
  /** And segment bounds in place of mmap. */
  TYPE2_SEGMENT_BOUNDS(Kind.TYPE_TWO, Extensions.NONE, "and segment bounds in place of mmap"),
  /** And address spaces that are kept. */
  TYPE2_SWITCHGUEST(Kind.TYPE_TWO, Extensions.NONE, "and address spaces that are kept"),
  /** The data path of a device belongs to the guest. */
  VMM_BYPASS(Kind.BYPASS, Extensions.NONE, "data path of a device without the VMM");

  private final Kind kind;
  private final Extensions needs;
  private final String doc;

  Mode(Kind kind, Extensions needs, String doc) {
    this.kind = kind;
    this.needs = needs;
    this.doc = doc;
  }

  /** Its name in data files and scenarios. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The family that it belongs to. */
  public Kind kind() {
    return kind;
  }

  /** What a processor must have for it. */
  public Extensions needs() {
    return needs;
  }

  /** What it is, in a few words. */
  public String doc() {
    return doc;
  }

  /** The names of all modes. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Mode::label).toList();
  }

  /** The mode with this name, if there is one. */
  public static Optional<Mode> find(String label) {
    return Arrays.stream(values()).filter(mode -> mode.label().equals(label)).findFirst();
  }

  /** The mode with this name; otherwise an error names the nearest ones. */
  public static Mode of(String label) {
    return find(label)
        .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown("mode", label, labels())));
  }

  /** Families of modes, by what keeps the guest apart. */
  public enum Kind {
    /** No VMM. */
    BARE,
    /** The guest's kernel calls the VMM. */
    PARAVIRTUAL,
    /** The guest's kernel is translated. */
    TRANSLATED,
    /** The hardware traps, and page tables are kept twice. */
    SHADOW_PAGING,
    /** The hardware traps and walks two levels of page tables. */
    HARDWARE_PAGING,
    /** The guest is a process of a host system. */
    TYPE_TWO,
    /** A device works for the guest without the VMM. */
    BYPASS
  }
}
