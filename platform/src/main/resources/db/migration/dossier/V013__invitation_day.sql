-- Invitations and reminders of a day, counted where discarding a draft does not empty it.
create table dossier.invitation_day (
	key text not null,
	day date not null,
	sent integer not null,
	primary key (key, day)
);

comment on table dossier.invitation_day is 'How often an account asked others to sign today, and how often somebody was asked. Days that are over are forgotten.';
comment on column dossier.invitation_day.key is 'SHA-256 of the account, the e-mail address or the number: nobody can read from it who was asked.';

create index invitation_day_age on dossier.invitation_day (day);
