-- Every call of a system is kept, those that were refused too, with what a batch was by its digest.
alter table exchange.call alter column sender drop not null;
alter table exchange.call alter column sender_name drop not null;
alter table exchange.call add column operation text not null default 'events';
alter table exchange.call add column purpose text;
alter table exchange.call add column status smallint not null default 200;
alter table exchange.call add column outcome text not null default 'ok';
alter table exchange.call add column took_ms integer;
alter table exchange.call add column request_id text;
alter table exchange.call add column sha256 text;

comment on table exchange.call is 'One row for each call of a system. Of a recorded batch in the transaction of what it brought; of any other when it was answered.';
comment on column exchange.call.sender is 'Null when nobody knows who called.';
comment on column exchange.call.purpose is 'As the call named it; null for the purpose that the system was registered for.';
comment on column exchange.call.outcome is 'ok, or the code of the refusal.';
comment on column exchange.call.sha256 is 'Of a recorded batch as it was sent, in hexadecimal; null for every other call.';

create index call_batch on exchange.call (sender, number) where sha256 is not null;
create index call_age on exchange.call (at);
