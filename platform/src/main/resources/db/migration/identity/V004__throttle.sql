create table identity.throttle (
    key text primary key,
    failures int not null,
    last_at timestamptz not null,
    blocked_until timestamptz
);
comment on table identity.throttle is 'Wrong tries by digest of account or address, and until when the next is not heard';
create index throttle_last on identity.throttle (last_at);
