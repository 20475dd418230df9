/**
 * How the layers of a host fail and are repaired: laws of aging, crash, detection and repair.
 *
 * <p>When to act against aging belongs to the policies.
 */
package hebe.models.failure;
