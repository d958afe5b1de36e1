create table catalogue.offer (
	id              bigint generated always as identity primary key,
	code            text not null,
	agency          integer not null,
	level           smallint not null check (level between 1 and 4),
	code_suffix     text not null check (length(code_suffix) <= 30),
	desk_address    text not null check (length(desk_address) <= 300),
	desk_hours      text not null check (length(desk_hours) <= 200),
	fees            jsonb not null,
	times           jsonb not null,
	decision_number text check (length(decision_number) <= 60),
	decided_on      date,
	valid_from      date not null,
	valid_until     date check (valid_until >= valid_from),
	ended           boolean not null default false,
	entered_at      timestamptz not null,
	entered_by      uuid not null,
	enterer_name    text not null
);
comment on table catalogue.offer is 'How an agency offers a procedure: desk, level, local fee, time and code. A row never changes; on a day the newest row of an agency that covers it holds.';
comment on column catalogue.offer.ended is 'From valid_from on the agency has no offer of its own any more.';
comment on column catalogue.offer.fees is 'Đồng by id of the fee, only of fees for which the service allows a local amount.';
comment on column catalogue.offer.times is 'Time limits by id of the case and channel, never longer than those of the service.';
create index offer_service on catalogue.offer (code, agency, id desc);
create index offer_agency on catalogue.offer (agency, code, id desc);
create trigger immutable before update or delete on catalogue.offer
	for each row execute function catalogue.refuse_change();
create trigger immutable_table before truncate on catalogue.offer
	for each statement execute function catalogue.refuse_change();
