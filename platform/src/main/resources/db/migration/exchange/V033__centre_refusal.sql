-- Lines of this ledger that the centre, which this installation takes part in, did not take.
create table exchange.centre_refusal (
	code text not null,
	seq integer not null,
	pointer text not null,
	rule text not null,
	at timestamptz not null,
	primary key (code, seq)
);
create index centre_refusal_latest on exchange.centre_refusal (at desc, code, seq);

comment on table exchange.centre_refusal is 'Lines that the centre did not take, with the member and the rule it named; a line leaves when it is taken.';
