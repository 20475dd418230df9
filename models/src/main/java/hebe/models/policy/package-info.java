/**
 * When VMMs and guests are rejuvenated, and by what.
 *
 * <p>How long an operation takes and what it does belongs to the recovery plans.
 */
package hebe.models.policy;
