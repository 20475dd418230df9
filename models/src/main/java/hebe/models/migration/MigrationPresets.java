package hebe.models.migration;

import hebe.models.catalog.Published;

/**
 * Control laws and guests from published figures. What is a fit or a choice is said so; no target
 * is an input.
 */
public final class MigrationPresets {
  private static final double MEGA = 1e6;
  private static final double MEBI = 0x1p20;
  private static final double KILO = 1e3;
  private static final double PERCENT = 0.01;
  private static final double MILLI = 1e-3;

  private final Published published;

  /** Presets from the figures on live migration. */
  public MigrationPresets(Published published) {
    this.published = published;
  }

  /** The law of the paper, with the rates of its runs. */
  public PaperLaw paper() {
    return new PaperLaw(
        MEGA * input("mig-paper-minimum"),
        MEGA * input("mig-paper-maximum"),
        MEGA * input("mig-increment"),
        KILO * input("mig-stop-bytes"),
        finalBitsPerSecond());
  }

  /** The law in the source of Xen; its last copy as fast as the paper's was. */
  public XenLaw xen() {
    return xen(input("mig-xen-iters"));
  }

  /** The law of Xen's port to IA-64, which stops after three rounds. */
  public XenLaw xenIa64() {
    return xen(input("mig-ia64-iters"));
  }

  private XenLaw xen(double rounds) {
    return new XenLaw(
        MEGA * input("mig-xen-start"),
        MEGA * input("mig-xen-max"),
        MEGA * input("mig-increment"),
        (int) rounds,
        input("mig-xen-minpages") * pageBytes(),
        input("mig-xen-factor"),
        finalBitsPerSecond(),
        XenLaw.Rate.ADAPTIVE);
  }

  /**
   * QEMU's defaults; patience and the rate of the last copy, which has no limit, are the user's.
   */
  public QemuLaw qemu(QemuLaw.Throttle throttle, int maximumRounds, double finalBitsPerSecond) {
    return new QemuLaw(
        MEBI * Byte.SIZE * input("mig-qemu-bw"),
        MILLI * input("mig-qemu-downtime"),
        throttle,
        maximumRounds,
        finalBitsPerSecond);
  }

  /** QEMU's defaults of auto-converge. */
  public QemuLaw.AutoConverge autoConverge() {
    return new QemuLaw.AutoConverge(
        PERCENT * input("mig-qemu-trigger"),
        (int) input("mig-qemu-throttle-after"),
        PERCENT * input("mig-qemu-throttle0"),
        PERCENT * input("mig-qemu-step"),
        PERCENT * input("mig-qemu-throttle-max"));
  }

  /** Rate of the last copy of the paper's SPECweb run, in bit/s: its volume over its time. */
  public double finalBitsPerSecond() {
    return MEGA * input("mig-specweb-final-rate");
  }

  /** Fixed parts of the downtimes of the paper: the resume; no floor is known. */
  public SwitchOver switchOver() {
    return new SwitchOver(0, MILLI * input("mig-specweb-resume-ms"));
  }

  /** SPECweb99 with 350 connections. Calibrated: five parameters fitted to its rounds. */
  public WorkingSet specweb() {
    return new WorkingSet(
        MEGA * input("mig-specweb-mem"),
        MEGA * input("mig-specweb-fit-h"),
        input("mig-specweb-fit-tau"),
        MEGA * input("mig-specweb-fit-b"),
        input("mig-specweb-fit-f"),
        input("mig-specweb-fit-sigma"));
  }

  /**
   * Apache with one static file: hot set and skipped shares are those of SPECweb99, for want of
   * others, and the slow dirtying is what the volume S of its first round tells: memory - S = f
   * D(t), t = S / minimum rate.
   */
  public WorkingSet apache() {
    WorkingSet like = specweb();
    double memory = MEGA * input("mig-apache-mem");
    double firstBytes = MEGA * input("mig-apache-first-mb");
    double seconds = firstBytes / (paper().minimumBitsPerSecond() / Byte.SIZE);
    double dirtied = (memory - firstBytes) / like.firstSkipShare();
    return new WorkingSet(
        memory,
        like.hotBytes(),
        like.hotSeconds(),
        (dirtied - like.hotBytes()) / seconds,
        like.firstSkipShare(),
        like.laterSkipShare());
  }

  /** A loop that writes to part of its memory, page by page, as fast as a loop was measured to. */
  public Pages writer(long seed) {
    int pageBytes = (int) pageBytes();
    double hotBytes = MEGA * input("nsdi-writer-hot");
    int hot = Pages.pages(hotBytes, pageBytes);
    int all = Pages.pages(MEGA * input("nsdi-writer-memory"), pageBytes);
    double loopBytesPerSecond = 1e9 / Byte.SIZE * input("mig-loop-dirty");
    return new Pages(
        pageBytes,
        java.util.List.of(
            new Pages.Group(hot, loopBytesPerSecond / hotBytes), new Pages.Group(all - hot, 0)),
        seed);
  }

  /** A guest with a large working set for post-copy; all of it estimated. */
  public PostCopyMemory largeWorkingSet(long seed) {
    int pageBytes = (int) pageBytes();
    return new PostCopyMemory(
        pageBytes,
        Pages.pages(MEBI * input("postcopy-preset-memory"), pageBytes),
        Pages.pages(MEBI * input("postcopy-preset-working-set"), pageBytes),
        (int) input("postcopy-preset-run"),
        input("postcopy-preset-touches"),
        seed);
  }

  /**
   * A guest of which only the memory is known: hot set and slow dirtying are the shares of its
   * memory that SPECweb99 had, and it touches the share that the estimated guest of post-copy
   * touches.
   */
  public GuestMemory guest(double memoryBytes) {
    WorkingSet like = specweb();
    double scale = memoryBytes / like.memoryBytes();
    WorkingSet writes =
        new WorkingSet(
            memoryBytes,
            like.hotBytes() * scale,
            like.hotSeconds(),
            like.slowBytesPerSecond() * scale,
            like.firstSkipShare(),
            like.laterSkipShare());
    return touching(writes);
  }

  /** A guest that writes so and touches its pages like the estimated guest of post-copy. */
  public GuestMemory touching(Windowed writes) {
    return new GuestMemory(
        writes,
        input("postcopy-preset-working-set") / input("postcopy-preset-memory"),
        (int) input("postcopy-preset-run"),
        input("postcopy-preset-touches"));
  }

  /** Share of SPECweb99's skipped bytes and time constant with another hot set and slow rate. */
  public WorkingSet writing(double memoryBytes, double hotBytes, double slowBytesPerSecond) {
    WorkingSet like = specweb();
    return new WorkingSet(
        memoryBytes,
        hotBytes,
        like.hotSeconds(),
        slowBytesPerSecond,
        like.firstSkipShare(),
        like.laterSkipShare());
  }

  /** The link of that guest; all of it estimated. */
  public PostCopyLink postCopyLink() {
    return new PostCopyLink(
        MEGA * input("postcopy-preset-link"),
        MILLI * input("postcopy-preset-rtt"),
        MEGA * input("postcopy-preset-state"),
        new SwitchOver(0, 0));
  }

  /**
   * Costs at the source with faults of this cost; sending takes the share of a processor that the
   * first round of Apache took at its rate. A refill is not known and left out.
   */
  public SourceCost sourceCost(double faultSeconds) {
    double share = PERCENT * input("mig-apache-cpu-first");
    return new SourceCost(
        pageBytes(), faultSeconds, 0, share / (paper().minimumBitsPerSecond() / Byte.SIZE));
  }

  /**
   * Forward checkpoints that take this rate of the link. Calibrated: the line through the published
   * recoveries of 1 GB and 8 GB.
   */
  public ForwardCheckpoints forwardCheckpoints(double bitsPerSecond) {
    double small = input("postcopy-recovery-1g");
    double perGigabyte = (input("postcopy-recovery-8g") - small) / 7;
    return new ForwardCheckpoints(bitsPerSecond, small - perGigabyte, perGigabyte / 1e9);
  }

  private double pageBytes() {
    return input("mig-page");
  }

  private double input(String id) {
    return published.input(id).value();
  }
}
