alter table reporting.total add column weights bigint[] not null default '{}';

comment on column reporting.total.weights is 'By place of what is weighed: the weight of the sheets that gave both it and what weighs it; only that weighs beside other units and periods.';

-- Periods with weighed figures are counted again: they stand as if counted by an older tree in which somebody stood elsewhere.
update reporting.counted_period set tree = -1, shape = shape # 1
where regime in (select regime from reporting.cell where weight is not null or over_units = 'WEIGHTED_MEAN');
