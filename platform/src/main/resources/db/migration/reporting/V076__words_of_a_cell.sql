alter table reporting.report_text drop constraint report_text_kind_check;

alter table reporting.report_text add constraint report_text_kind_check check (kind in ('NOTE', 'EXPLANATION', 'NARRATIVE', 'WORDS'));

comment on table reporting.report_text is 'What a report says in words: notes of cells (code is the place), explanations of warnings (code of the finding), narrative sections (code of the section), words in cells of tables (code of table, row and column). The version is checked by whoever writes, so that nobody writes over another''s words.';
