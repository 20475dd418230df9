/**
 * Constants of the real world as data: published figures, and named profiles of hardware, VMMs,
 * guest systems and services made from them.
 *
 * <p>What a constant is used for belongs elsewhere.
 */
package hebe.models.catalog;
