/**
 * What an agency's own one-stop system needs to keep its dossiers in step with the national ledger (<i>đồng bộ hồ sơ</i>,
 * Decision 31/2021/QĐ-TTg art. 30). A system puts each change of a dossier into a durable {@link vn.motcua.sdk.Outbox}; a
 * {@link vn.motcua.sdk.Sender} takes it to the ledger; {@link vn.motcua.sdk.Inbox} brings the dossiers that people submitted
 * elsewhere; {@link vn.motcua.sdk.Reconciliation} compares both sides by digest.
 */
@NullMarked
package vn.motcua.sdk;

import org.jspecify.annotations.NullMarked;
