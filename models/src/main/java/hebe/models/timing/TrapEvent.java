package hebe.models.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens to a guest and may cost cycles; the one list of events. */
public enum TrapEvent {
  /** Null system call. */
  NULL_SYSCALL(Kind.OPERATION, "null system call"),
  /** Null system call whose crossings pass the VMM. */
  NULL_SYSCALL_VIA_VMM(Kind.OPERATION, "null system call whose crossings pass the VMM"),
  /** Read or write of one byte. */
  NULL_IO(Kind.OPERATION, "read or write of one byte"),
  /** Stat of a file. */
  STAT(Kind.OPERATION, "stat of a file"),
  /** Open and close of a file. */
  OPEN_CLOSE(Kind.OPERATION, "open and close of a file"),
  /** Select on TCP sockets. */
  SELECT_TCP(Kind.OPERATION, "select on TCP sockets"),
  /** Installing a signal handler. */
  SIGNAL_INSTALL(Kind.OPERATION, "installing a signal handler"),
  /** Delivering a signal. */
  SIGNAL_DELIVER(Kind.OPERATION, "delivering a signal"),
  /** Process switch, 2 processes, no working set. */
  PROCESS_SWITCH_2P0K(Kind.OPERATION, "process switch, 2 processes, no working set"),
  /** Process switch, 2 processes, 16 KiB each. */
  PROCESS_SWITCH_2P16K(Kind.OPERATION, "process switch, 2 processes, 16 KiB each"),
  /** Process switch, 2 processes, 64 KiB each. */
  PROCESS_SWITCH_2P64K(Kind.OPERATION, "process switch, 2 processes, 64 KiB each"),
  /** Process switch, 8 processes, 16 KiB each. */
  PROCESS_SWITCH_8P16K(Kind.OPERATION, "process switch, 8 processes, 16 KiB each"),
  /** Process switch, 8 processes, 64 KiB each. */
  PROCESS_SWITCH_8P64K(Kind.OPERATION, "process switch, 8 processes, 64 KiB each"),
  /** Process switch, 16 processes, 16 KiB each. */
  PROCESS_SWITCH_16P16K(Kind.OPERATION, "process switch, 16 processes, 16 KiB each"),
  /** Process switch, 16 processes, 64 KiB each. */
  PROCESS_SWITCH_16P64K(Kind.OPERATION, "process switch, 16 processes, 64 KiB each"),
  /** Page fault on a page of a file. */
  PAGE_FAULT(Kind.OPERATION, "page fault on a page of a file"),
  /** Write to a protected page. */
  PROTECTION_FAULT(Kind.OPERATION, "write to a protected page"),
  /** Mapping, touching and unmapping a region. */
  MMAP_REGION(Kind.OPERATION, "mapping, touching and unmapping a region"),
  /** Fork, and exit of the child. */
  FORK_EXIT(Kind.OPERATION, "fork, and exit of the child"),
  /** Fork, exec and exit. */
  EXEC(Kind.OPERATION, "fork, exec and exit"),
  /** Fork and sh -c. */
  SHELL(Kind.OPERATION, "fork and sh -c"),
  /** Creation of an empty file. */
  FILE_CREATE_0K(Kind.OPERATION, "creation of an empty file"),
  /** Deletion of an empty file. */
  FILE_DELETE_0K(Kind.OPERATION, "deletion of an empty file"),
  /** Creation of a file of 10 KiB. */
  FILE_CREATE_10K(Kind.OPERATION, "creation of a file of 10 KiB"),
  /** Deletion of a file of 10 KiB. */
  FILE_DELETE_10K(Kind.OPERATION, "deletion of a file of 10 KiB"),
  /** Packet sent. */
  TX_PACKET(Kind.OPERATION, "packet sent"),
  /** Packet received. */
  RX_PACKET(Kind.OPERATION, "packet received"),
  /** Call and return. */
  CALL_RETURN(Kind.OPERATION, "call and return"),
  /** Division by zero. */
  DIVIDE_ERROR(Kind.OPERATION, "division by zero"),
  /** Change of a page-table entry. */
  PTE_MODIFY(Kind.OPERATION, "change of a page-table entry"),
  /** Bare exit and entry. */
  HARDWARE_ROUND_TRIP(Kind.TRANSITION, "bare exit and entry"),
  /** Bare switch by the VMM. */
  WORLD_SWITCH(Kind.TRANSITION, "bare switch by the VMM"),
  /** Entry alone. */
  VM_ENTRY(Kind.TRANSITION, "entry alone"),
  /** Exit by a page fault alone. */
  PAGE_FAULT_EXIT(Kind.TRANSITION, "exit by a page fault alone"),
  /** Read of a VMCS field. */
  VMCS_READ(Kind.TRANSITION, "read of a VMCS field"),
  /** Write of a VMCS field. */
  VMCS_WRITE(Kind.TRANSITION, "write of a VMCS field"),
  /** Load of another VMCS. */
  VMCS_SWITCH(Kind.TRANSITION, "load of another VMCS"),
  /** Switch from one VM to another. */
  VM_SWITCH(Kind.TRANSITION, "switch from one VM to another"),
  /** Switch of Xen domains with refill of caches. */
  DOMAIN_SWITCH(Kind.TRANSITION, "switch of Xen domains with refill of caches"),
  /** The same without the refill. */
  DOMAIN_SWITCH_DIRECT(Kind.TRANSITION, "the same without the refill"),
  /** Call of the VMM. */
  HYPERCALL(Kind.EXIT, "call of the VMM"),
  /** CPUID. */
  CPUID_EXIT(Kind.EXIT, "CPUID"),
  /** Access to a model-specific register. */
  MSR_EXIT(Kind.EXIT, "access to a model-specific register"),
  /** Write of the TSC deadline. */
  TIMER_MSR_EXIT(Kind.EXIT, "write of the TSC deadline"),
  /** Timer interrupt. */
  TIMER_INTERRUPT(Kind.EXIT, "timer interrupt"),
  /** Exception. */
  EXCEPTION_EXIT(Kind.EXIT, "exception"),
  /** Write of CR3. */
  CR3_WRITE(Kind.EXIT, "write of CR3"),
  /** Write of CR4. */
  CR4_WRITE_EXIT(Kind.EXIT, "write of CR4"),
  /** Write of CR8. */
  CR8_WRITE(Kind.EXIT, "write of CR8"),
  /** Port access served in the kernel. */
  PORT_IO_KERNEL(Kind.EXIT, "port access served in the kernel"),
  /** Port access served by the user-space VMM. */
  PORT_IO_USER(Kind.EXIT, "port access served by the user-space VMM"),
  /** Memory-mapped access served by the user-space VMM. */
  MMIO_USER(Kind.EXIT, "memory-mapped access served by the user-space VMM"),
  /** Read of the PM timer. */
  PM_TIMER_READ(Kind.EXIT, "read of the PM timer"),
  /** Exit, handling by the host, injection, entry. */
  EXTERNAL_INTERRUPT(Kind.EXIT, "exit, handling by the host, injection, entry"),
  /** End of interrupt. */
  EOI(Kind.EXIT, "end of interrupt"),
  /** Access to the interrupt controller. */
  INTERRUPT_CONTROLLER_TRAP(Kind.EXIT, "access to the interrupt controller"),
  /** Interrupt between vCPUs, send to acknowledge. */
  VIRTUAL_IPI(Kind.EXIT, "interrupt between vCPUs, send to acknowledge"),
  /** The same with IPI virtualization. */
  VIRTUAL_IPI_VIRTUALIZED(Kind.EXIT, "the same with IPI virtualization"),
  /** Interrupt to itself. */
  SELF_IPI(Kind.EXIT, "interrupt to itself"),
  /** Interrupt to itself while halted. */
  SELF_IPI_HALT(Kind.EXIT, "interrupt to itself while halted"),
  /** Notice from the guest to the backend. */
  IO_NOTIFY(Kind.EXIT, "notice from the guest to the backend"),
  /** Notice from the backend to the guest. */
  IO_UPCALL(Kind.EXIT, "notice from the backend to the guest"),
  /** Request to a device. */
  DEVICE_IO(Kind.EXIT, "request to a device"),
  /** Hook run on each exit. */
  EXIT_HOOK(Kind.EXIT, "hook run on each exit"),
  /** Fault that Xen reflects to the guest. */
  FAULT_BOUNCE(Kind.EXIT, "fault that Xen reflects to the guest"),
  /** Code of L2. */
  NESTED_L2_CODE(Kind.PART, "code of L2"),
  /** Switch L2 to L0 and back. */
  NESTED_SWITCH_L2_L0(Kind.PART, "switch L2 to L0 and back"),
  /** Transformation of the VMCS. */
  NESTED_VMCS_TRANSFORM(Kind.PART, "transformation of the VMCS"),
  /** Handler in L0. */
  NESTED_L0_HANDLER(Kind.PART, "handler in L0"),
  /** Switch L0 to L1 and back. */
  NESTED_SWITCH_L0_L1(Kind.PART, "switch L0 to L1 and back"),
  /** Handler in L1. */
  NESTED_L1_HANDLER(Kind.PART, "handler in L1"),
  /** Write of SPEC_CTRL. */
  MITIGATION_SPEC_CTRL(Kind.PART, "write of SPEC_CTRL"),
  /** Flush of the L1 data cache. */
  MITIGATION_L1D_FLUSH(Kind.PART, "flush of the L1 data cache"),
  /** IBPB before the exit to user space. */
  MITIGATION_USER_IBPB(Kind.PART, "IBPB before the exit to user space"),
  /** All mitigations of an exit served in the kernel. */
  MITIGATION_KERNEL_EXIT(Kind.PART, "all mitigations of an exit served in the kernel"),
  /** Fault on a page of the guest kernel after a crossing. */
  GUEST_KERNEL_RE_FAULT(Kind.PART, "fault on a page of the guest kernel after a crossing"),
  /** Page mapped again after a process switch. */
  PROCESS_SWITCH_REMAP_PAGE(Kind.PART, "page mapped again after a process switch"),
  /** Data-path operation, beyond native. */
  IO_DATA_PATH(Kind.BYPASS, "data-path operation, beyond native"),
  /** Registration of memory, creation of a queue. */
  IO_SETUP(Kind.BYPASS, "registration of memory, creation of a queue"),
  /** Completion by interrupt. */
  IO_COMPLETION(Kind.BYPASS, "completion by interrupt"),
  /** The same through the driver domain. */
  IO_COMPLETION_RELAYED(Kind.BYPASS, "the same through the driver domain");

  private final Kind kind;
  private final String doc;

  TrapEvent(Kind kind, String doc) {
    this.kind = kind;
    this.doc = doc;
  }

  /** Its name in data files and scenarios. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its cost comprises. */
  public Kind kind() {
    return kind;
  }

  /** What it is, in a few words. */
  public String doc() {
    return doc;
  }

  /** The names of all events. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(TrapEvent::label).toList();
  }

  /** The event with this name, if there is one. */
  public static Optional<TrapEvent> find(String label) {
    return Arrays.stream(values()).filter(event -> event.label().equals(label)).findFirst();
  }

  /** The event with this name; otherwise an error names the nearest ones. */
  public static TrapEvent of(String label) {
    return find(label)
        .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown("event", label, labels())));
  }

  /** What the cost of an event comprises. */
  public enum Kind {
    /** The whole operation as the guest sees it, its exits included. */
    OPERATION,
    /** A bare transition. */
    TRANSITION,
    /** One round trip into the VMM; nothing without a VMM. */
    EXIT,
    /** A part of another event, never counted beside it. */
    PART,
    /** Input or output without the VMM, beyond native. */
    BYPASS
  }
}
