/** A stand-in for a vendor's one-stop system: it has a database of its own, lives through a year of dossiers, tells the ledger by either interface, and fails when told to. */
@org.jspecify.annotations.NullMarked
package vn.motcua.sandbox;
