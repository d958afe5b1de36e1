-- The tables of a vendor who has never seen the ledger: applicants, dossiers, what happened to them, papers asked for, money paid.
create table if not exists applicant (id bigint generated always as identity primary key, name varchar(200) not null, number varchar(20), phone varchar(20), enterprise boolean not null);
create table if not exists dossier (code varchar(64) primary key, agency varchar(32) not null, received_on date not null, procedure_code varchar(20) not null, procedure_name varchar(500) not null,
	field varchar(20), applicant bigint not null references applicant, channel varchar(10) not null, digitised boolean not null, origin varchar(10) not null, own_number varchar(60),
	mistake varchar(30), mended boolean default false not null, pushed boolean default false not null);
create index if not exists dossier_of_day on dossier (agency, received_on);
create table if not exists step (code varchar(64) not null, seq int not null, status int not null, at timestamp(3) with time zone not null, entered_at timestamp(3) with time zone not null,
	due_at timestamp(3) with time zone, note varchar(2000), officer varchar(200), portal boolean default false not null, wrong boolean default false not null, taken_back boolean default false not null,
	state varchar(10) default 'NEW' not null, rule varchar(100), tries int default 0 not null, primary key (code, seq));
create index if not exists step_to_send on step (state, portal, entered_at);
create table if not exists supplement (code varchar(64) not null, seq int not null, missing varchar(2000), asked_at timestamp(3) with time zone not null, answered_at timestamp(3) with time zone,
	primary key (code, seq));
create table if not exists payment (code varchar(64) not null, seq int not null, amount_vnd bigint not null, method varchar(10) not null, paid_at timestamp(3) with time zone not null,
	primary key (code, seq));
create table if not exists note_of_system (name varchar(40) primary key, said varchar(100000) not null);
