-- Codes are ordered by their bytes, whatever language the database speaks: the ledger's check walks both tables in this order.
alter table dossier.event alter column code type text collate "C";
alter table dossier.dossier alter column code type text collate "C";
