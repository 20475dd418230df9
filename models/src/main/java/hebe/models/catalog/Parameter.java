package hebe.models.catalog;

import java.util.Arrays;
import java.util.List;

/** The constants that recovery operations are computed from; the one list of them. */
public enum Parameter {
  /** Memory of the host. */
  MEMORY(Kind.HARDWARE, "memory", "GiB", "Memory of the host."),
  /** Cores of the host. */
  CORES(Kind.HARDWARE, "cores", "count", "Cores of the host; starting services share them."),
  /** Power-on self test. */
  POST(Kind.HARDWARE, "post", "s", "Power-on self test after a hardware reset."),
  /** Scrubbing at boot. */
  SCRUB(
      Kind.HARDWARE,
      "scrub",
      "s/GiB",
      "Scrubbing of free memory when the VMM boots, per GiB; 0 if it is lazy."),
  /** Rate of the disk. */
  DISK_RATE(Kind.HARDWARE, "disk-rate", "MiB/s", "Rate of one sequential stream of the disk."),
  /** Loss by parallel streams. */
  DISK_INTERFERENCE(
      Kind.HARDWARE,
      "disk-interference",
      "1",
      "Loss g of the disk with k parallel streams: together they get 1 / (1 + g (k - 1)) of its rate."),
  /** Memory of dom0. */
  DOM0_MEMORY(
      Kind.VMM, "dom0-memory", "MiB", "Memory of the control domain, which is not scrubbed."),
  /** Shutdown of dom0. */
  DOM0_SHUTDOWN(
      Kind.VMM,
      "dom0-shutdown",
      "s",
      "Shutdown of the control domain; frozen guests still serve meanwhile."),
  /** Start of the VMM. */
  VMM_START(
      Kind.VMM,
      "vmm-start",
      "s",
      "Load and start of the VMM, without scrub and without the control domain."),
  /** Boot of dom0. */
  DOM0_BOOT(Kind.VMM, "dom0-boot", "s", "Boot of the control domain until it can create guests."),
  /** On-memory suspend. */
  SUSPEND(Kind.VMM, "suspend", "s/GiB", "Freezing a guest in memory, per GiB."),
  /** On-memory resume. */
  RESUME(
      Kind.VMM,
      "resume",
      "s",
      "Resuming a guest frozen in memory: work of the toolstack, one guest at a time."),
  /** On-memory resume, per GiB. */
  RESUME_MEMORY(
      Kind.VMM, "resume-memory", "s/GiB", "Resuming a guest frozen in memory: the part per GiB."),
  /** Shutdown of a guest. */
  OS_SHUTDOWN(Kind.OS, "shutdown", "s", "Shutdown of the guest system."),
  /** Boot of a guest, latency. */
  OS_BOOT(
      Kind.OS, "boot", "s", "Boot of the guest system: latency, which overlaps between guests."),
  /** Boot of a guest, disk. */
  OS_BOOT_DISK(
      Kind.OS, "boot-disk", "s", "Boot of the guest system: work of the disk, which guests share."),
  /** Start of a service, disk. */
  SERVICE_START_DISK(
      Kind.SERVICE,
      "start-disk",
      "s",
      "Start of the service: work of the disk, which guests share."),
  /** Start of a service, CPU. */
  SERVICE_START_CPU(
      Kind.SERVICE,
      "start-cpu",
      "s",
      "Start of the service: work of one core; guests share the cores."),
  /** Loading the new VMM. */
  LOAD(Kind.IN_PLACE, "load", "s", "Loading the new VMM beside the old one; the guests serve."),
  /** Freezing a guest. */
  FREEZE(
      Kind.IN_PLACE,
      "freeze",
      "s",
      "Freezing a guest in place: work of the toolstack, one guest at a time."),
  /** Freezing a guest, per GiB. */
  FREEZE_MEMORY(
      Kind.IN_PLACE, "freeze-memory", "s/GiB", "Freezing a guest in place: the part per GiB."),
  /** Start of the new VMM. */
  START(Kind.IN_PLACE, "start", "s", "Start of the new VMM on the first core."),
  /** Start on a further core. */
  START_CORE(Kind.IN_PLACE, "start-core", "s", "Start of the new VMM on each further core."),
  /** Tables of pages. */
  TABLES(
      Kind.IN_PLACE,
      "tables",
      "s/GiB",
      "Taking over what the old VMM knew of the pages, per GiB of the host."),
  /** Boot of the host system. */
  HOST_BOOT(
      Kind.IN_PLACE,
      "host-boot",
      "s",
      "Boot of the host system, where it is replaced together with the VMM."),
  /** Waking a guest. */
  THAW(
      Kind.IN_PLACE,
      "thaw",
      "s",
      "Waking a guest on the new VMM: work of the toolstack, one guest at a time."),
  /** Waking a guest, per GiB. */
  THAW_MEMORY(
      Kind.IN_PLACE, "thaw-memory", "s/GiB", "Waking a guest on the new VMM: the part per GiB.");

  private final Kind kind;
  private final String key;
  private final String unit;
  private final String doc;

  Parameter(Kind kind, String key, String unit, String doc) {
    this.kind = kind;
    this.key = key;
    this.unit = unit;
    this.doc = doc;
  }

  /** The profile that it belongs to. */
  public Kind kind() {
    return kind;
  }

  /** Its name in the catalog and in scenarios. */
  public String key() {
    return key;
  }

  /** The unit of its value. */
  public String unit() {
    return unit;
  }

  /** What it is, in one sentence. */
  public String doc() {
    return doc;
  }

  /** The parameters of a kind of profile, in their order. */
  public static List<Parameter> of(Kind kind) {
    return Arrays.stream(values()).filter(parameter -> parameter.kind == kind).toList();
  }

  /** What a profile describes. */
  public enum Kind {
    /** The machine. */
    HARDWARE("hardware"),
    /** The VMM with its control domain. */
    VMM("vmm"),
    /** The system in a guest. */
    OS("os"),
    /** The service in a guest. */
    SERVICE("service"),
    /** A technique that replaces the VMM under its guests. */
    IN_PLACE("in-place");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word in the catalog. */
    public String label() {
      return label;
    }
  }
}
