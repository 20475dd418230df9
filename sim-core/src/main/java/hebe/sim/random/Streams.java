package hebe.sim.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random streams of one replication: independent MRG32k3a generators, one for each of the keys
 * 0 to capacity - 1, each seeded by its name.
 *
 * <p>A stream is a function of (master seed, replication, name) and of nothing else, so a further
 * stream leaves every other draw as it was. Seed: the SHA-256 digest of the master seed (8 bytes,
 * big endian), the replication (4 bytes, big endian) and the name in UTF-8 is read as six unsigned
 * big-endian 32-bit words; the first three are taken modulo m1 and the others modulo m2; a triple
 * of zeros, which the generator cannot leave, becomes (1, 0, 0).
 *
 * <p>The generator is the combined multiple recursive generator of L'Ecuyer (1999), "Good
 * parameters and implementations for combined multiple recursive random number generators",
 * Operations Research 47(1), period about 2^191. Its draws are those of SSJ's {@code MRG32k3a}, bit
 * for bit. A draw allocates nothing. Not safe for use by several threads.
 */
public final class Streams {
  /** Modulus of the first three components of a seed. */
  public static final long MODULUS_1 = 4294967087L;

  /** Modulus of the last three components of a seed. */
  public static final long MODULUS_2 = 4294944443L;

  private static final int COMPONENTS = 6;
  private static final long A12 = 1403580;
  private static final long A13_NEGATED = 810728;
  private static final long A21 = 527612;
  private static final long A23_NEGATED = 1370589;
  private static final double NORM = 2.328306549295728e-10; // 1 / (m1 + 1)

  private final int[] state; // six unsigned by key, oldest first; zeros when not open
  private final byte[] header;
  private final MessageDigest sha256;
  private final byte[] digest = new byte[32];

  /**
   * Creates the store; no stream is open yet.
   *
   * @param masterSeed seed of the study, any number
   * @param replication number of the replication, at least 0
   * @param capacity number of keys, at least 0
   */
  public Streams(long masterSeed, int replication, int capacity) {
    if (replication < 0) {
      throw new IllegalArgumentException("replication: expected at least 0, got " + replication);
    }
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity: expected at least 0, got " + capacity);
    }
    state = new int[Math.multiplyExact(capacity, COMPONENTS)];
    header = ByteBuffer.allocate(12).putLong(masterSeed).putInt(replication).array();
    sha256 = sha256();
  }

  /** Seeds the stream of the key by its name; a stream that was open starts anew. */
  public void open(int key, String name) {
    sha256.update(header);
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    writeDigest();
    int base = key * COMPONENTS;
    for (int i = 0; i < COMPONENTS; i++) {
      state[base + i] = (int) (word(i) % (i < 3 ? MODULUS_1 : MODULUS_2));
    }
    leaveZero(base);
    leaveZero(base + 3);
  }

  /**
   * The state of an open stream: the six integers with which SSJ's {@code MRG32k3a.setSeed} goes on
   * to give the same draws.
   */
  public long[] stateOf(int key) {
    requireOpen(key);
    long[] components = new long[COMPONENTS];
    for (int i = 0; i < COMPONENTS; i++) {
      components[i] = component(key * COMPONENTS + i);
    }
    return components;
  }

  /** The next draw of an open stream: a uniform in (0, 1), both ends excluded. */
  public double nextUniform(int key) {
    int base = key * COMPONENTS;
    long p1 = remainder(A12 * component(base + 1) - A13_NEGATED * component(base), MODULUS_1);
    push(base, p1);
    long p2 = remainder(A21 * component(base + 5) - A23_NEGATED * component(base + 3), MODULUS_2);
    push(base + 3, p2);
    if ((p1 | p2) == 0) {
      requireOpen(key);
    }
    return (p1 > p2 ? p1 - p2 : p1 - p2 + MODULUS_1) * NORM;
  }

  /** The remainder in [0, modulus); longs and a constant modulus spare the division. */
  private static long remainder(long value, long modulus) {
    long rest = value % modulus;
    return rest < 0 ? rest + modulus : rest;
  }

  private long component(int index) {
    return Integer.toUnsignedLong(state[index]);
  }

  private void push(int oldest, long newest) {
    state[oldest] = state[oldest + 1];
    state[oldest + 1] = state[oldest + 2];
    state[oldest + 2] = (int) newest;
  }

  private void requireOpen(int key) {
    int base = key * COMPONENTS;
    if (isZero(base) && isZero(base + 3)) {
      throw new IllegalStateException("stream " + key + " is not open: no name has seeded it");
    }
  }

  private boolean isZero(int first) {
    return (state[first] | state[first + 1] | state[first + 2]) == 0;
  }

  private void leaveZero(int first) {
    if (isZero(first)) {
      state[first] = 1;
    }
  }

  private long word(int index) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt(4 * index));
  }

  private void writeDigest() {
    try {
      sha256.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException("a SHA-256 digest has 32 bytes", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
