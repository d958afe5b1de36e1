create table reporting.signed_report (
	regime integer not null,
	period date not null,
	agency integer not null,
	number integer not null,
	sheet_version integer not null,
	record text not null,
	digest text not null check (digest ~ '^[0-9a-f]{64}$'),
	file uuid not null,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, number)
);

comment on table reporting.signed_report is 'Append-only: figures as a leader signed them. Record is the canonical text (own figures, and the sums over all below at that moment), digest its SHA-256, file the signed PDF that names the digest.';
