create table catalogue.proposal (
	id              uuid primary key,
	code            text not null,
	kind            text not null check (kind in ('PUBLICATION', 'ABOLITION')),
	state           text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
	bundle          bytea,
	digest          text check (digest ~ '^[0-9a-f]{64}$'),
	based_on        integer not null check (based_on >= 0),
	decision_number text not null check (length(decision_number) between 3 and 60),
	decided_on      date not null,
	effective_on    date not null check (effective_on >= decided_on),
	proposed_at     timestamptz not null,
	proposed_by     uuid not null,
	proposer_name   text not null,
	closed_at       timestamptz,
	closed_by       uuid,
	closer_name     text,
	reason          text check (length(reason) <= 2000),
	version         integer,
	check ((kind = 'PUBLICATION') = (bundle is not null)),
	check ((state = 'OPEN') = (closed_at is null)),
	check (state <> 'APPROVED' or closed_by <> proposed_by)
);
comment on table catalogue.proposal is 'Proposals to publish, amend or abolish a service; a second person decides, the database itself refuses the proposer.';
comment on column catalogue.proposal.based_on is 'Newest version when it was proposed, 0 for none; another one since then makes the proposal out of date.';
comment on column catalogue.proposal.version is 'Version it became.';
create unique index proposal_open on catalogue.proposal (code) where state = 'OPEN';
create index proposal_newest on catalogue.proposal (proposed_at desc, id);
