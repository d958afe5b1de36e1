package vn.motcua.reporting.regime;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;

/** SQL of indicators, their dimensions and targets. */
@Repository
class IndicatorStore {

	private static final String INDICATORS = """
			select code, field, name_vi, name_en, unit, decimals, definition_vi, definition_en, formula, dimensions, over_units, over_time, weight, responsible,
				frequency, source from reporting.indicator order by code limit 5000
			""";

	private static final String DIMENSIONS = """
			select d.code, d.name_vi, d.name_en, i.code as item, i.name_vi as item_vi, i.name_en as item_en
			from reporting.dimension d left join reporting.dimension_item i on i.dimension = d.code order by d.code, i.place limit 20000
			""";

	/** What an installation entered or changed itself stays. */
	private static final String PUT = """
			insert into reporting.indicator (code, field, name_vi, name_en, unit, decimals, definition_vi, definition_en, formula, dimensions, over_units, over_time, weight,
				responsible, frequency, source, origin)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?)
			on conflict (code) do update set field = excluded.field, name_vi = excluded.name_vi, name_en = excluded.name_en, unit = excluded.unit,
				definition_vi = excluded.definition_vi, definition_en = excluded.definition_en, formula = excluded.formula, dimensions = excluded.dimensions,
				over_units = excluded.over_units, over_time = excluded.over_time, weight = excluded.weight, responsible = excluded.responsible,
				frequency = excluded.frequency, source = excluded.source, version = indicator.version + 1, changed_at = now()
			where indicator.origin = excluded.origin
			""";

	private static final String OWN = "select code from reporting.indicator where origin = 'own' and responsible = any(:agencies::int[]) order by code limit 5000";

	/** Those that only drafts ask for have no place in any sheet. */
	private static final String DRAFTED = """
			select code from reporting.indicator i where origin = 'own' and not exists (select from reporting.cell c where c.indicator = i.code) order by code limit 5000
			""";

	/** What neither sheets nor templates nor other indicators know, of those whose codes begin with a regime's. */
	private static final String DELETE_UNUSED = """
			with named as materialized (select template::text as words from reporting.regime_version where strpos(template::text, :prefix) > 0)
			delete from reporting.indicator i where origin = 'own' and responsible = any(:agencies::int[]) and starts_with(code, :prefix)
				and not exists (select from reporting.cell c where c.indicator = i.code)
				and not exists (select from reporting.target t where t.indicator = i.code)
				and not exists (select from named where words ~ ('\\m' || i.code || '\\M'))
				and not exists (select from reporting.indicator o where o.code <> i.code and (o.weight = i.code or o.formula ~ ('\\m' || i.code || '\\M')))
			""";

	private static final String PLACED = "select distinct indicator from reporting.cell where indicator = any(:codes)";

	private static final String CHANGE = """
			update reporting.indicator set name_vi = ?, name_en = ?, unit = ?, decimals = ?, definition_vi = ?, definition_en = ?, formula = ?, over_units = ?, over_time = ?, weight = ?,
				version = version + 1, changed_at = now()
			where code = ? and origin = 'own' and responsible = any(?)
			""";

	private static final String PUT_DIMENSION = """
			insert into reporting.dimension values (?, ?, ?) on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en
			""";

	private static final String PUT_ITEM = """
			insert into reporting.dimension_item (dimension, code, place, name_vi, name_en) values (?, ?, ?, ?, ?)
			on conflict (dimension, code) do update set place = excluded.place, name_vi = excluded.name_vi, name_en = excluded.name_en
			""";

	private static final String PUT_TARGET = """
			insert into reporting.target (indicator, year, agency, amount, source, said_by) values (?, ?, ?, ?, ?, ?)
			on conflict (indicator, year, agency) do update set amount = excluded.amount, source = excluded.source, said_by = excluded.said_by
			""";

	private static final String DROP_TARGET = "delete from reporting.target where indicator = :indicator and year = :year and agency = :agency";

	private static final String TARGETS = "select indicator, year, agency, amount, source, said_by from reporting.target where indicator = :indicator order by year desc, agency limit 500";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	IndicatorStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	List<Indicator> indicators() {
		return jdbc.sql(INDICATORS).query(IndicatorStore::indicator).list();
	}

	List<Dimension> dimensions() {
		Map<String, LocalizedText> names = new LinkedHashMap<>();
		Map<String, List<Dimension.Item>> items = new LinkedHashMap<>();
		jdbc.sql(DIMENSIONS).query((ResultSet row) -> {
			names.put(row.getString("code"), new LocalizedText(row.getString("name_vi"), row.getString("name_en")));
			List<Dimension.Item> of = items.computeIfAbsent(row.getString("code"), _ -> new ArrayList<>());
			if (row.getString("item") != null) {
				of.add(new Dimension.Item(row.getString("item"), new LocalizedText(row.getString("item_vi"), row.getString("item_en"))));
			}
		});
		return names.entrySet().stream().map(one -> new Dimension(one.getKey(), one.getValue(), List.copyOf(items.get(one.getKey())))).toList();
	}

	void put(List<Indicator> indicators, String origin) {
		all(PUT, indicators, (row, one) -> {
			row.setString(1, one.code().value());
			row.setString(2, one.field());
			row.setString(3, one.name().vi());
			row.setString(4, one.name().en());
			row.setString(5, one.unit());
			row.setInt(6, one.decimals());
			row.setString(7, one.definition().vi());
			row.setString(8, one.definition().en());
			row.setString(9, one.formula());
			row.setString(10, "{" + String.join(",", one.dimensions()) + "}");
			row.setString(11, one.overUnits().name());
			row.setString(12, one.overTime().name());
			row.setString(13, one.weight() == null ? null : one.weight().value());
			row.setObject(14, one.responsible() == null ? null : one.responsible().value(), Types.INTEGER);
			row.setString(15, one.frequency().name());
			row.setString(16, one.source());
			row.setString(17, origin);
		});
	}

	/** Codes of those that agencies made themselves. */
	Set<IndicatorCode> own(List<Integer> agencies) {
		return jdbc.sql(OWN).param("agencies", agencies.toArray(Integer[]::new)).query((row, _) -> new IndicatorCode(row.getString(1))).set();
	}

	/** Codes of those that only drafts ask for. */
	Set<IndicatorCode> drafted() {
		return jdbc.sql(DRAFTED).query((row, _) -> new IndicatorCode(row.getString(1))).set();
	}

	/** Deletes what agencies made for drafts and no draft asks for any more; how many. */
	int deleteUnused(List<Integer> agencies, String prefix) {
		return jdbc.sql(DELETE_UNUSED).param("agencies", agencies.toArray(Integer[]::new)).param("prefix", prefix).update();
	}

	/** Which of these have places in sheets. */
	Set<IndicatorCode> placed(List<IndicatorCode> codes) {
		return jdbc.sql(PLACED).param("codes", codes.stream().map(IndicatorCode::value).toArray(String[]::new)).query((row, _) -> new IndicatorCode(row.getString(1))).set();
	}

	/** Changes those that agencies made themselves. */
	void change(List<Indicator> indicators, List<Integer> agencies) {
		all(CHANGE, indicators, (row, one) -> {
			row.setString(1, one.name().vi());
			row.setString(2, one.name().en());
			row.setString(3, one.unit());
			row.setInt(4, one.decimals());
			row.setString(5, one.definition().vi());
			row.setString(6, one.definition().en());
			row.setString(7, one.formula());
			row.setString(8, one.overUnits().name());
			row.setString(9, one.overTime().name());
			row.setString(10, one.weight() == null ? null : one.weight().value());
			row.setString(11, one.code().value());
			row.setArray(12, row.getConnection().createArrayOf("int", agencies.toArray()));
		});
	}

	void putDimensions(List<Dimension> dimensions) {
		all(PUT_DIMENSION, dimensions, (row, one) -> {
			row.setString(1, one.code());
			row.setString(2, one.name().vi());
			row.setString(3, one.name().en());
		});
		record Placed(Dimension dimension, int place) {
		}
		List<Placed> items = new ArrayList<>();
		dimensions.forEach(one -> {
			for (int place = 0; place < one.items().size(); place++) {
				items.add(new Placed(one, place));
			}
		});
		all(PUT_ITEM, items, (row, one) -> {
			Dimension.Item item = one.dimension().items().get(one.place());
			row.setString(1, one.dimension().code());
			row.setString(2, item.code());
			row.setInt(3, one.place());
			row.setString(4, item.name().vi());
			row.setString(5, item.name().en());
		});
	}

	void putTargets(List<Target> targets) {
		all(PUT_TARGET, targets, (row, one) -> {
			row.setString(1, one.indicator().value());
			row.setInt(2, one.year());
			row.setInt(3, one.agency());
			row.setBigDecimal(4, one.amount());
			row.setString(5, one.source());
			row.setString(6, one.by());
		});
	}

	void dropTarget(IndicatorCode indicator, int year, int agency) {
		jdbc.sql(DROP_TARGET).param("indicator", indicator.value()).param("year", year).param("agency", agency).update();
	}

	/** Newest year first, the country before its units. */
	List<Target> targets(IndicatorCode indicator) {
		return jdbc.sql(TARGETS).param("indicator", indicator.value()).query((row, _) -> new Target(new IndicatorCode(row.getString("indicator")), row.getInt("year"),
				row.getInt("agency"), row.getBigDecimal("amount"), row.getString("source"), row.getString("said_by"))).list();
	}

	private interface Setter<T> {

		void set(java.sql.PreparedStatement row, T one) throws SQLException;

	}

	private <T> void all(String sql, List<T> rows, Setter<T> setter) {
		if (!rows.isEmpty()) {
			batches.batchUpdate(sql, new BatchPreparedStatementSetter() {

				@Override
				public void setValues(java.sql.PreparedStatement row, int at) throws SQLException {
					setter.set(row, rows.get(at));
				}

				@Override
				public int getBatchSize() {
					return rows.size();
				}

			});
		}
	}

	private static Indicator indicator(ResultSet row, int number) throws SQLException {
		Array dimensions = row.getArray("dimensions");
		@Nullable String weight = row.getString("weight");
		int responsible = row.getInt("responsible");
		return new Indicator(new IndicatorCode(row.getString("code")), row.getString("field"), new LocalizedText(row.getString("name_vi"), row.getString("name_en")),
				row.getString("unit"), row.getInt("decimals"), new LocalizedText(row.getString("definition_vi"), row.getString("definition_en")), row.getString("formula"),
				List.of((String[]) dimensions.getArray()), Aggregation.valueOf(row.getString("over_units")), Aggregation.valueOf(row.getString("over_time")),
				weight == null ? null : new IndicatorCode(weight), responsible == 0 ? null : new AgencyId(responsible), PeriodType.valueOf(row.getString("frequency")),
				row.getString("source"));
	}

}
