-- What applicants are filling in.
create table dossier.draft (
	id uuid primary key,
	account uuid not null,
	service text not null,
	service_version bigint not null,
	version integer not null default 1,
	answers jsonb not null default '{}',
	files jsonb not null default '[]',
	opened_at timestamptz not null,
	saved_at timestamptz not null,
	submitted_code text,
	submitted_at timestamptz
);

comment on table dossier.draft is 'Drafts. Once submitted the row stays as the mark that it was, without the answers: those are in the ledger.';

create index draft_open on dossier.draft (account, saved_at desc) where submitted_code is null;
create unique index draft_submitted on dossier.draft (submitted_code) where submitted_code is not null;
