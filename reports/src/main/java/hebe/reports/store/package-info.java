/**
 * {@code results.db}: an SQLite database that keeps every replication of a study as it is finished,
 * so that a run that was stopped continues, and a longer one adds only what is missing.
 *
 * <p>Layout 1. The header names Hebe ({@code application_id} 0x48656265) and the layout ({@code
 * user_version}). Table {@code study}: {@code name}, {@code value}, all that the results are a
 * function of; a database with other rows is of another study. Table {@code replication}: {@code
 * policy} and {@code number}, together the key; {@code random}, 1 if the replication drew a random
 * number and 0 if every other one of the policy is the same; {@code result}, the bytes of {@link
 * hebe.reports.store.ResultBytes}; {@code crc32c}, their checksum.
 *
 * <p>While a run has it open, the newest replications stand in {@code results.db-wal}; after a
 * killed run that file belongs to the database and the next run takes it in.
 *
 * <p>What does not belong here: what makes two studies the same, which those who run them say.
 */
package hebe.reports.store;
