-- Systems that deliver figures of reports.
alter table exchange.participant add column reports boolean not null default false;

comment on column exchange.participant.reports is 'Delivers figures of reports: asked for by its agency, and once it is approved as the centre decided.';
