package vn.motcua.onestop.domain;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The process engine, cut to what the desk needs: user tasks and gateways in the caller's transaction. The ledger is the
 * record, so the engine keeps no history; nothing runs in its background; expressions see no bean of the program.
 */
@Configuration(proxyBeanMethods = false)
class ProcessEngineConfiguration {

	static final String SCHEMA = "flowable";

	@Bean(destroyMethod = "close")
	ProcessEngine processEngine(DataSource dataSource, PlatformTransactionManager transactions) throws SQLException {
		return engine(dataSource, transactions);
	}

	@Bean
	RuntimeService runtimeService(ProcessEngine engine) {
		return engine.getRuntimeService();
	}

	@Bean
	TaskService taskService(ProcessEngine engine) {
		return engine.getTaskService();
	}

	/** An engine on a database whose schema {@code flowable} exists; also what the benchmark measures bare. */
	static ProcessEngine engine(DataSource dataSource, PlatformTransactionManager transactions) {
		SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
		engine.setDataSource(dataSource);
		engine.setTransactionManager(transactions);
		engine.setDatabaseType("postgres");
		engine.setDatabaseSchema(SCHEMA);
		engine.setDatabaseSchemaUpdate(complete(dataSource) ? "none" : "true");
		engine.setHistoryLevel(HistoryLevel.NONE);
		engine.setAsyncExecutorActivate(false);
		engine.setDisableIdmEngine(true);
		engine.setDisableEventRegistry(true);
		engine.setEnableEntityLinks(false);
		engine.setEnableLocalization(false);
		engine.setCreateDiagramOnDeploy(false);
		// a statement of several rows is composed anew each time; a prepared one for each row costs less
		engine.setBulkInsertEnabled(false);
		engine.setIdGenerator(new TimeOrderedIds());
		engine.setBeans(Map.of());
		engine.setTypedEventListeners(Map.of("TASK_CREATED", List.of(new OpenedTasks())));
		return engine.buildProcessEngine();
	}

	/** True when this version of the engine has made its tables here before: no need to look at each again. */
	private static boolean complete(DataSource dataSource) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		if (jdbc.queryForObject("select to_regclass('flowable.act_ge_property') is null", Boolean.class)) {
			return false;
		}
		return jdbc.queryForList("select value_ from flowable.act_ge_property where name_ = 'schema.version'", String.class).contains(ProcessEngine.VERSION);
	}

}
