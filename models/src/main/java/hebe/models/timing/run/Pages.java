package hebe.models.timing.run;

/**
 * The page tables of one guest: updates that wait for a hypercall, pages that are not yet dirty.
 */
final class Pages {
  private final LoadPlan plan;
  private int waiting;
  private int clean;

  Pages(LoadPlan plan) {
    this.plan = plan;
    clean = plan.load().dirtyLog().map(DirtyLog::pages).orElse(0);
  }

  /** An update, a flush or a write. */
  void happens(Vcpu vcpu, int kind, Cores cores) {
    if (kind == plan.writeKind()) {
      write(vcpu, cores);
    } else {
      PageTableBatches batches = plan.load().batches().orElseThrow();
      if (kind == plan.updateKind()) {
        waiting++;
      }
      if (waiting == batches.most() || (kind == plan.flushKind() && waiting > 0)) {
        cores.owe(
            vcpu, LoadPlan.BATCH, batches.hypercallCycles() + waiting * batches.updateCycles());
        waiting = 0;
      }
    }
  }

  private void write(Vcpu vcpu, Cores cores) {
    DirtyLog log = plan.load().dirtyLog().orElseThrow();
    if (vcpu.traps().uniform() * log.pages() < clean) {
      clean--;
      cores.owe(vcpu, LoadPlan.DIRTY_FAULT, log.faultCycles());
    }
  }

  /** All pages are write-protected again. */
  void protect() {
    clean = plan.load().dirtyLog().orElseThrow().pages();
  }
}
