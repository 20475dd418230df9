/** Tests of the documentation: its examples, its quotations, its generated parts and its links. */
package hebe.scenarios.docs;
