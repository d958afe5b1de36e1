-- Agencies' systems that take part in the exchange.
create table exchange.participant (
	id uuid primary key,
	client_id text not null unique,
	agency integer not null,
	name text not null,
	contact_name text not null,
	contact_email text not null,
	contact_phone text not null,
	purpose text not null,
	ground text not null,
	agencies integer[] not null,
	procedures text[] not null,
	takes_portal boolean not null,
	expected_lines_a_day bigint not null,
	state text not null check (state in ('REGISTERED', 'APPROVED', 'REFUSED', 'SUSPENDED', 'ENDED')),
	reason text,
	lines_a_day bigint not null,
	calls_a_minute integer not null,
	registered_by uuid not null,
	registered_by_name text not null,
	registered_at timestamptz not null,
	decided_by uuid,
	decided_by_name text,
	decided_at timestamptz,
	version integer not null
);

comment on table exchange.participant is 'Systems of agencies that take part: registered by the agency, approved by the centre, suspended or ended.';
comment on column exchange.participant.id is 'The account that stands as the sender in every record of the system.';
comment on column exchange.participant.agencies is 'Agencies it speaks for, each with those under it; empty for its own.';
comment on column exchange.participant.procedures is 'Procedures it speaks of; empty for all.';
comment on column exchange.participant.takes_portal is 'Dossiers that people hand in on the portal go into the system itself.';

create index participant_agency on exchange.participant (agency, registered_at);
create index participant_takes_portal on exchange.participant (agency) where takes_portal and state = 'APPROVED';
