package vn.motcua.onestop.walkin;

import vn.motcua.kernel.LocalizedText;

/** An entry that was begun and not finished. */
public record UnfinishedWalkIn(WalkInDraft draft, LocalizedText service) {
}
