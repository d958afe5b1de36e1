create table agency.exchange_code (
	unit integer not null references agency.unit,
	scheme text not null check (scheme in ('qcvn102', 'decision20')),
	code text not null check (code ~ '^[0-9A-Z][0-9A-Z.]{1,34}$'),
	valid_from date not null,
	valid_until date,
	verified boolean not null,
	primary key (unit, scheme, valid_from)
);

comment on table agency.exchange_code is 'Identifiers in document and dossier exchange (QCVN 102:2016/BTTTT, Decision 20/2020/QĐ-TTg); not verified: drawn by our own pattern';
