-- What is counted of agencies' own systems: how late their lines come, when they fall silent, and signs that what they say is not what happened.
create table exchange.sender_agency (
	agency text collate "C" primary key,
	agency_id integer not null,
	above integer[] not null,
	root_id integer not null,
	first_recorded_at timestamptz not null,
	last_recorded_at timestamptz not null
);

comment on table exchange.sender_agency is 'Agency parts of dossier codes that came from agencies'' own systems, whose they are and when their lines came.';
comment on column exchange.sender_agency.above is 'The agency and those it stands under; root_id is the ministry or province among them.';

create table exchange.lag_hour (
	agency text collate "C" not null,
	hour timestamptz not null,
	class smallint not null,
	lines bigint not null,
	primary key (agency, hour, class)
);

comment on table exchange.lag_hour is 'Lines recorded in an hour by how late they came: class k is 2^(k/4) to 2^((k+1)/4) seconds, -1 history older than 30 days; kept 40 days.';

create index lag_hour_age on exchange.lag_hour (hour);

create table exchange.slow_line (
	agency text collate "C" not null,
	hour timestamptz not null,
	code text collate "C" not null,
	line integer not null,
	at timestamptz not null,
	recorded_at timestamptz not null,
	primary key (agency, hour, code, line)
);

comment on table exchange.slow_line is 'The ten lines of each agency and hour that came latest; kept 40 days.';

create index slow_line_age on exchange.slow_line (hour);

create table exchange.examined_day (
	agency text collate "C" not null,
	day date not null,
	touched_at timestamptz not null,
	examined_at timestamptz,
	primary key (agency, day)
);

comment on table exchange.examined_day is 'Days in dossier codes that lines came for, and when they were examined last: due again when touched since.';

create index examined_day_due on exchange.examined_day (touched_at) where examined_at is null or touched_at >= examined_at;

create table exchange.day_sign (
	agency text collate "C" not null,
	day date not null,
	sign text not null,
	concerned bigint not null,
	hits bigint not null,
	primary key (agency, day, sign)
);

comment on table exchange.day_sign is 'How many dossiers of a day a sign was looked for in, and found in.';

create table exchange.sign_line (
	agency text collate "C" not null,
	sign text not null,
	day date not null,
	code text collate "C" not null,
	line integer not null,
	words jsonb not null,
	primary key (agency, sign, day, code)
);

comment on table exchange.sign_line is 'Lines behind a sign: the first hundred of an agency, day and sign.';

create table exchange.silence (
	agency text collate "C" not null,
	since timestamptz not null,
	usual_seconds bigint not null,
	noticed_at timestamptz not null,
	ended_at timestamptz,
	primary key (agency, since)
);

comment on table exchange.silence is 'Times in which an agency that sends regularly sent nothing: since its last line, in working hours longer than it usually pauses.';

create index silence_open on exchange.silence (agency) where ended_at is null;
