-- What is looked for again and again is found without a walk through all that has gathered.
create index call_look_age on exchange.call (at) where sha256 is null;

create index day_statement_open on exchange.day_statement (differs_since desc, agency, day) where differs_since is not null and healed_at is null;
create index day_statement_open_of on exchange.day_statement (agency) where differs_since is not null and healed_at is null;

create index inbox_entry_alarmed on exchange.inbox_entry (alarmed_at) where acked_at is null;

create index delivery_leased on exchange.delivery (system) where state = 'WAITING' and leased_until is not null;

create index record_statistic on exchange.record (at) where kind = 'STATISTICS';

create index examined_day_age on exchange.examined_day (day);
create index day_sign_age on exchange.day_sign (day);
create index sign_line_age on exchange.sign_line (day);
