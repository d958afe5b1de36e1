-- The record of calls is kept by the exchange (schema exchange), which every interface of agencies' systems goes through.
drop table dossier.sync_rejection;
drop table dossier.sync_call;
