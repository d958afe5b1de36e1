-- What is overdue is asked for on every queue page; the paused stay out of it.
create index work_item_overdue on onestop.work_item (agency, due_at, id) where closed_at is null and paused_at is null;
