-- What a dossier is now: the fold of its events, kept so that queues and look-ups need no folding. ./motcua ledger rebuild makes it anew.
create table dossier.dossier (
	received_on date not null,
	code text not null,
	version integer not null,
	status smallint not null,
	agency integer not null,
	service text not null,
	service_version bigint not null,
	case_id text not null,
	channel smallint not null,
	applicant_account uuid,
	applicant_subject text,
	applicant_name text not null,
	submitted_at timestamptz not null,
	accepted_at timestamptz,
	due_at timestamptz,
	paused_at timestamptz,
	completed_at timestamptz,
	ended_at timestamptz,
	holder_owner uuid,
	holder_role text,
	step_due_at timestamptz,
	verification_token text,
	detail jsonb not null,
	primary key (received_on, code)
) partition by range (received_on);

comment on table dossier.dossier is 'Current state of each dossier, derived from dossier.event; version is the seq of the last event folded in.';
comment on column dossier.dossier.paused_at is 'Since when the clock stands (status 5 or 6).';
comment on column dossier.dossier.step_due_at is 'Until when the holder must act; every open dossier has one.';
comment on column dossier.dossier.detail is 'Files, fees, supplements, result, contact and holder; the answers stand in the first event only.';

create index dossier_queue on dossier.dossier (agency, status, due_at, code) where status in (1, 2, 4, 5, 6, 9);
create index dossier_step_due on dossier.dossier (agency, step_due_at, code) where status in (1, 2, 4, 5, 6, 9);
create index dossier_applicant on dossier.dossier (applicant_subject, submitted_at, code) where applicant_subject is not null;
create index dossier_verification on dossier.dossier (verification_token) where verification_token is not null;

create table dossier.dossier_other partition of dossier.dossier default;
comment on table dossier.dossier_other is 'Dossiers of a month nobody made a partition for: stays empty, checked by the keeper of the partitions.';
