-- Days whose dossiers were compared with the centre.
create table exchange.centre_day (
	agency text not null,
	day date not null,
	lines bigint not null,
	differing bigint not null,
	at timestamptz not null,
	primary key (agency, day)
);

comment on table exchange.centre_day is 'Days that this ledger compared with the centre: lines held here, and how many of both sides differ. The last month.';
